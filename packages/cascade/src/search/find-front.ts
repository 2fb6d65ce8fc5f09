import { type CostMeasure, costsOf } from '../cost/stage-cost.js';
import { type BestByCorrect, createBest, refresh } from './best-by-correct.js';
import { type Cuts, cutsOf } from './cuts.js';
import type { FrontPoint } from './front-point.js';
import { createLastPair } from './last-pair.js';
import type { StageScores } from './score-stages.js';

export interface FindFrontOptions {
  /** What is to be kept low (`macs`). */
  readonly measure?: CostMeasure;
}

/** Rows between two looks at what the front has become. */
const STRIDE = 256;

/**
 * All pairs of accuracy and expected cost that no thresholds beat, and thresholds for each: the exact Pareto
 * front over every threshold of every stage but the last, from the cheapest to the most accurate.
 *
 * Images are sorted by confidence once, and only thresholds right before an image that could be lost are
 * looked at (`Cuts`): two stages take O(n log n), three O(n log n + m₀ m₁) with m the images a stage gets
 * wrong and a later one right, less what bounds skip. Each further stage multiplies by its m.
 *
 * @throws RangeError when there is no stage, or one without the measure.
 *
 * @example
 * const front = findFront(scoreStages([small, medium, large]));
 * const policy = cheapestAt(front, 0.89);
 */
export function findFront(
  scores: readonly StageScores[],
  { measure = 'macs' }: FindFrontOptions = {},
): FrontPoint[] {
  if (scores.length === 0) throw new RangeError('a cascade needs at least one stage, got none');
  const costs = costsOf(scores, measure);
  const count = scores[0].correct.length;
  const ways = scores.length - 1;
  const last = scores[ways];
  if (ways === 0) {
    const correct = last.correct.reduce((sum, right) => sum + right, 0);
    return [{ thresholds: [], accuracy: correct / count, cost: costs[0] }];
  }
  const cuts: Cuts[] = [];
  const later = last.correct.slice();
  for (let stage = ways - 1; stage >= 0; stage--) {
    cuts[stage] = cutsOf(scores[stage], later);
    for (let image = 0; image < count; image++) later[image] |= scores[stage].correct[image];
  }
  const best = createBest(count, ways);
  const search: Search = { scores, costs, cuts, best, earlier: new Int32Array(ways - 1) };
  const pool = new Uint8Array(count).fill(1);
  // Few rows first: what they find lets the second time skip most.
  if (ways > 1) visitStage(search, 0, pool, { correct: 0, cost: 0 }, STRIDE);
  visitStage(search, 0, pool, { correct: 0, cost: 0 }, 1);
  return frontOf(best, cuts, count);
}

interface Search {
  readonly scores: readonly StageScores[];
  readonly costs: readonly number[];
  readonly cuts: readonly Cuts[];
  readonly best: BestByCorrect;
  /** The cuts of the stages before. */
  readonly earlier: Int32Array;
}

/** What the images that exited before got right, and what all cost in the stages before. */
interface Before {
  readonly correct: number;
  readonly cost: number;
}

/** Looks at every `stride`th cut of a stage, with all cuts of those behind it. */
function visitStage(
  search: Search,
  stage: number,
  pool: Uint8Array,
  before: Before,
  stride: number,
): void {
  const { scores, costs, cuts, best, earlier } = search;
  const reached = pool.reduce((sum, inside) => sum + inside, 0);
  const cost = before.cost + costs[stage] * reached;
  const nextLast = stage + 2 === scores.length;
  const pairAt = nextLast ? stage : stage + 1;
  const isPair = nextLast || stage + 3 === scores.length;
  const pair =
    isPair &&
    createLastPair(
      cuts[pairAt],
      scores[pairAt].correct,
      scores[pairAt + 1].correct,
      costs[pairAt + 1],
      pool,
      best,
    );
  if (pair && nextLast) {
    pair.visit(before.correct, cost, earlier, false);
    return;
  }
  const { order, starts, segments } = cuts[stage];
  const inside = pool.slice();
  let correct = before.correct;
  let left = reached;
  for (let cut = 0; cut <= segments; cut++) {
    earlier[stage] = cut;
    const looked = cut % stride === 0 || cut === segments;
    if (looked && pair) {
      if ((cut / stride) % STRIDE === 0) refresh(best);
      pair.visit(correct, cost + costs[stage + 1] * left, earlier, stride === 1);
    } else if (looked) visitStage(search, stage + 1, inside, { correct, cost }, stride);
    if (cut === segments) break;
    for (let at = starts[cut]; at < starts[cut + 1]; at++) {
      const image = order[at];
      if (inside[image] === 0) continue;
      inside[image] = 0;
      left--;
      correct += scores[stage].correct[image];
      if (pair) pair.remove(image);
    }
  }
}

/** The points that none is both cheaper and as accurate as, from the cheapest on. */
function frontOf({ cost, cuts: found }: BestByCorrect, cuts: readonly Cuts[], count: number) {
  const points: FrontPoint[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (let correct = count; correct >= 0; correct--) {
    if (!(cost[correct] < least)) continue;
    least = cost[correct];
    const at = correct * cuts.length;
    points.push({
      thresholds: cuts.map((stage, place) => stage.threshold(found[at + place])),
      accuracy: correct / count,
      cost: least / count,
    });
  }
  return points.reverse();
}
