import {
  type CostMeasure,
  createPolicy,
  type ExitRule,
  evaluatePolicy,
  type FrontPoint,
  findFront,
  mostAccurateWithin,
  type PolicyEvaluation,
  type StageScores,
  type SurestPoint,
  type SurestWithinOptions,
  scoreStages,
  surestWithin,
} from '@sig/cascade';
import { restoreRecordings, type StoredRecordings } from '../experiments/record-stages.js';
import type { OperatingPoint, PointFigures } from './cascade-table.js';

/** What is asked for: so many times less than the best stage, with some room for other images. */
export const SAVINGS = [2.3, 4];
export const ROOM = 1.05;
/** How much less accurate than the best stage, on the held-out images. */
const LOSSES = [0, 0.001, 0.01];
/** Both at once; room is what is chosen by. */
const PAIRS = [
  { saving: 2.3, loss: 0.001 },
  { saving: 4, loss: 0.01 },
] as const;
export const MEASURES = [
  { measure: 'macs', resizing: false, words: 'multiply-adds' },
  { measure: 'milliseconds', resizing: false, words: 'time' },
  { measure: 'milliseconds', resizing: true, words: 'time with resizing' },
] as const;

/** How stages are made sure of themselves, and when an image leaves. */
export interface Scoring {
  readonly rule: ExitRule;
  /** Whether answers are mixed with those of earlier stages. */
  readonly mixed: boolean;
  readonly temperatures: readonly number[];
  readonly mixes?: readonly (readonly number[])[];
}

/** A way of leaving with what can be had by it, on the held-out images. */
interface Way {
  readonly scoring: Scoring;
  readonly scores: readonly StageScores[];
  readonly front: readonly FrontPoint[];
}

/**
 * Thresholds for every wish in one measure, by whichever way of leaving is best for it on the held-out images,
 * judged on both parts.
 */
export function pointsBy(
  stored: StoredRecordings,
  best: number,
  bestAccuracy: number,
  scorings: readonly Scoring[],
  { measure, resizing, words }: (typeof MEASURES)[number],
): OperatingPoint[] {
  const { heldOut, test } = restoreRecordings(stored, { resizing });
  const ways = scorings.map((scoring): Way => {
    const scores = scoreStages(heldOut, scoring);
    return { scoring, scores, front: findFront(scores, { measure }) };
  });
  const alone = heldOut[best].cost[measure] ?? Number.NaN;
  const judged = ({ scoring, point }: Found): OperatingPoint['chosen'] => {
    const { thresholds } = point;
    const policy = createPolicy(heldOut, thresholds, scoring);
    const [here, there] = [heldOut, test].map((on) =>
      figuresOf(evaluatePolicy(policy, on), best, measure),
    );
    const { rule, mixed } = scoring;
    return { rule, mixed, thresholds, heldOut: here, test: there };
  };
  const both = PAIRS.map(({ saving, loss }): OperatingPoint => {
    const budget = alone / saving;
    const name = `1/${saving} of the ${words} and ${lossWords(loss)}`;
    const pick = (way: Way) => surestOf(way, { accuracy: bestAccuracy - loss, budget, measure });
    const found = bestWay(ways, pick, (one, other) => one.room > other.room);
    return { name, measure, chosen: found && judged(found) };
  });
  const cheap = SAVINGS.map((saving): OperatingPoint => {
    const budget = alone / (saving * ROOM);
    const point = { name: `1/${saving} of the ${words}`, measure, budget };
    const found = bestWay(ways, ({ front }) => withinBudget(front, budget), moreAccurate);
    if (found !== undefined) return { ...point, chosen: judged(found) };
    return { ...point, cheapest: Math.min(...ways.map(({ front }) => front[0].cost)) };
  });
  const accurate = LOSSES.map((loss): OperatingPoint => {
    const name = `least ${words}, ${lossWords(loss)}`;
    const reached = ({ front }: Way) =>
      front.find(({ accuracy }) => accuracy >= bestAccuracy - loss);
    const found = bestWay(ways, reached, (one, other) => one.cost < other.cost);
    return { name, measure, chosen: found && judged(found) };
  });
  return [...cheap, ...both, ...accurate];
}

interface Found<P extends FrontPoint = FrontPoint> {
  readonly scoring: Scoring;
  readonly point: P;
}

/** The way whose point is better than that of any other, of those that have one. */
function bestWay<P extends FrontPoint>(
  ways: readonly Way[],
  pick: (way: Way) => P | undefined,
  better: (one: P, other: P) => boolean,
): Found<P> | undefined {
  let found: Found<P> | undefined;
  for (const way of ways) {
    const point = pick(way);
    if (point !== undefined && (found === undefined || better(point, found.point))) {
      found = { scoring: way.scoring, point };
    }
  }
  return found;
}

/** The point that most surely keeps both, where one does on the held-out images. */
function surestOf({ scores, front }: Way, wish: SurestWithinOptions): SurestPoint | undefined {
  const kept = front.some(({ accuracy, cost }) => accuracy >= wish.accuracy && cost <= wish.budget);
  return kept ? surestWithin(scores, front, wish) : undefined;
}

function moreAccurate(one: FrontPoint, other: FrontPoint): boolean {
  return one.accuracy === other.accuracy ? one.cost < other.cost : one.accuracy > other.accuracy;
}

function lossWords(loss: number): string {
  return loss === 0 ? 'as right as the best stage' : `${100 * loss} point less right`;
}

/** The most accurate point that costs at most a budget, where there is one. */
export function withinBudget(front: readonly FrontPoint[], budget: number): FrontPoint | undefined {
  return front[0].cost <= budget ? mostAccurateWithin(front, budget) : undefined;
}

function figuresOf(evaluation: PolicyEvaluation, best: number, measure: CostMeasure): PointFigures {
  const { accuracy, macs, milliseconds = Number.NaN, exits, calibrationError } = evaluation;
  const { alone, stageAccuracy } = evaluation;
  const spent = measure === 'macs' ? macs : milliseconds;
  return {
    ...{ accuracy, macs, exits, calibrationError },
    times: { milliseconds },
    gain: accuracy - stageAccuracy[best],
    saving: (alone[best][measure] ?? Number.NaN) / spent,
  };
}
