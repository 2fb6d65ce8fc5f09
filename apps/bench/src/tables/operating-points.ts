import {
  type CostMeasure,
  cheapestAt,
  createPolicy,
  type ExitRule,
  evaluatePolicy,
  type FrontPoint,
  findFront,
  mostAccurateWithin,
  type PolicyEvaluation,
  scoreStages,
} from '@sig/cascade';
import { restoreRecordings, type StoredRecordings } from '../experiments/record-stages.js';
import type { OperatingPoint, PointFigures } from './cascade-table.js';

/** What is asked for: so many times less than the best stage, with some room for other images. */
export const SAVINGS = [2.3, 4];
export const ROOM = 1.05;
/** How much less accurate than the best stage, on the held-out images. */
const LOSSES = [0, 0.01];
export const MEASURES = [
  { measure: 'macs', resizing: false, words: 'multiply-adds' },
  { measure: 'milliseconds', resizing: false, words: 'time' },
  { measure: 'milliseconds', resizing: true, words: 'time with resizing' },
] as const;

/** How stages are made sure of themselves, and when an image leaves. */
export interface Scoring {
  readonly rule: ExitRule;
  readonly temperatures: readonly number[];
  readonly mixes?: readonly (readonly number[])[];
}

/** Thresholds for every wish in one measure, chosen on the held-out images and judged on both parts. */
export function pointsBy(
  stored: StoredRecordings,
  best: number,
  bestAccuracy: number,
  scoring: Scoring,
  { measure, resizing, words }: (typeof MEASURES)[number],
): OperatingPoint[] {
  const { heldOut, test } = restoreRecordings(stored, { resizing });
  const front = findFront(scoreStages(heldOut, scoring), { measure });
  const alone = heldOut[best].cost[measure] ?? Number.NaN;
  const judgeOn = ({ thresholds }: FrontPoint): OperatingPoint['chosen'] => {
    const policy = createPolicy(heldOut, thresholds, scoring);
    const [here, there] = [heldOut, test].map((on) =>
      figuresOf(evaluatePolicy(policy, on), best, measure),
    );
    return { thresholds, heldOut: here, test: there };
  };
  const accurate = LOSSES.map((loss): OperatingPoint => {
    const found = cheapestAt(front, bestAccuracy - loss);
    const name = `least ${words}, ${loss === 0 ? 'as right as the best stage' : `${100 * loss} point less right`}`;
    return { name, measure, chosen: judgeOn(found) };
  });
  const cheap = SAVINGS.map((saving): OperatingPoint => {
    const budget = alone / (saving * ROOM);
    const found = withinBudget(front, budget);
    const point = { name: `1/${saving} of the ${words}`, measure, budget };
    if (found === undefined) return { ...point, cheapest: front[0].cost };
    return { ...point, chosen: judgeOn(found) };
  });
  return [...cheap, ...accurate];
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
    ...{ accuracy, macs, milliseconds, exits, calibrationError },
    gain: accuracy - stageAccuracy[best],
    saving: (alone[best][measure] ?? Number.NaN) / spent,
  };
}
