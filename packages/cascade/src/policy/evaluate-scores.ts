import { expectedCost } from '../cost/expected-cost.js';
import type { StageCost } from '../cost/stage-cost.js';
import type { StageScores } from '../search/score-stages.js';
import { ABSTAINED, assignExits } from './assign-exits.js';
import { countExits } from './count-exits.js';
import type { Threshold } from './threshold.js';

/** What one stage of a cascade came to. */
export interface ExitReport {
  readonly name: string;
  /** Images that it answered. */
  readonly images: number;
  /** Of all images. */
  readonly share: number;
  /** Of those that it answered; NaN where it answered none. */
  readonly accuracy: number;
}

/** What a cascade comes to on images whose classes are known. */
export interface CascadeEvaluation {
  readonly images: number;
  /** Right answers of all images that were answered; NaN where none was. */
  readonly accuracy: number;
  /** Share of the images that were answered; below 1 only where the last stage may abstain. */
  readonly coverage: number;
  readonly exits: readonly ExitReport[];
  /** Of an image, on average. */
  readonly macs: number;
  /** Of an image, on average; only where every stage has them. */
  readonly milliseconds?: number;
  /** Where every image goes through every stage: right answers of the last, and what an image costs. */
  readonly worst: Pick<StageCost, 'macs' | 'milliseconds'> & { readonly accuracy: number };
  /** Of each stage alone, on all images. */
  readonly alone: readonly Pick<StageCost, 'macs' | 'milliseconds'>[];
  /** Of each stage alone, nothing of earlier ones mixed in. */
  readonly stageAccuracy: readonly number[];
}

/** Exits, accuracy and cost of thresholds on scores. */
export function evaluateScores(
  scores: readonly StageScores[],
  thresholds: readonly Threshold[],
  abstainBelow = 0,
): CascadeEvaluation {
  const images = scores[0].correct.length;
  const exits = assignExits(scores, thresholds, abstainBelow);
  const answered = scores.map(() => 0);
  const right = scores.map(() => 0);
  exits.forEach((stage, image) => {
    if (stage === ABSTAINED) return;
    answered[stage]++;
    right[stage] += scores[stage].correct[image];
  });
  const shares = countExits(scores, thresholds).map((count) => count / images);
  const costs = scores.map(({ cost: { macs, milliseconds } }) => ({ macs, milliseconds }));
  const macs = costs.map((cost) => cost.macs);
  const timed = costs.flatMap(({ milliseconds }) => milliseconds ?? []);
  const isTimed = timed.length === costs.length;
  const total = sum(answered);
  return {
    images,
    accuracy: sum(right) / total,
    coverage: total / images,
    exits: scores.map(({ name }, stage) => ({
      name,
      images: answered[stage],
      share: answered[stage] / images,
      accuracy: right[stage] / answered[stage],
    })),
    macs: expectedCost(macs, shares),
    milliseconds: isTimed ? expectedCost(timed, shares) : undefined,
    worst: {
      accuracy: sum(scores[scores.length - 1].correct) / images,
      macs: sum(macs),
      milliseconds: isTimed ? sum(timed) : undefined,
    },
    alone: costs,
    stageAccuracy: scores.map(({ correct, alone = correct }) => sum(alone) / images),
  };
}

function sum(values: readonly number[] | Uint8Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
