import {
  type CostMeasure,
  cheapestAt,
  createPolicy,
  EXIT_RULES,
  type ExitRule,
  evaluatePolicy,
  type FrontPoint,
  findFront,
  fitCalibration,
  mostAccurateWithin,
  type PolicyEvaluation,
  type Recording,
  type StageScores,
  scoreStages,
} from '@sig/cascade';
import {
  type NamedStage,
  restoreRecordings,
  type StoredRecordings,
} from '../experiments/record-stages.js';
import type {
  CascadeFindings,
  CascadeTable,
  OperatingPoint,
  PointFigures,
  RuleFigures,
  StageFigures,
} from './cascade-table.js';

/** What is asked for: so many times less than the best stage, with some room for other images. */
const SAVINGS = [2.3, 4];
const ROOM = 1.05;
/** How much less accurate than the best stage, on the held-out images. */
const LOSSES = [0, 0.01];
const MEASURES = [
  { measure: 'macs', resizing: false, words: 'multiply-adds' },
  { measure: 'milliseconds', resizing: false, words: 'time' },
  { measure: 'milliseconds', resizing: true, words: 'time with resizing' },
] as const;
/**
 * Chooses rule, temperatures, mixing and thresholds on the images that no stage was trained on, and judges them
 * on test.
 */
export function judgeCascade(
  { name, title, about, judged }: CascadeTable,
  named: readonly NamedStage[],
  stored: StoredRecordings,
  quick: boolean,
): CascadeFindings {
  const recordings = restoreRecordings(stored);
  const calibrations = [false, true].map((mixed) => {
    const { temperatures, mixes } = fitCalibration(recordings.heldOut, { mix: mixed });
    return { mixed, temperatures, mixes };
  });
  const accuracies = scoreStages(recordings.heldOut).map(accuracyOf);
  // By the images that were set aside, as all that is chosen.
  const best = accuracies.indexOf(Math.max(...accuracies));
  const tried = calibrations.flatMap(({ mixed, ...calibration }) =>
    EXIT_RULES.map((rule) => {
      const scoring: Scoring = { rule, ...calibration };
      const front = findFront(scoreStages(recordings.heldOut, scoring));
      const heldOutAccuracy = SAVINGS.map(
        (saving) => withinBudget(front, stored.costs[best].macs / (saving * ROOM))?.accuracy ?? 0,
      );
      return { rule, mixed, scoring, heldOutAccuracy };
    }),
  );
  type Tried = (typeof tried)[number];
  const bestOf = (some: readonly Tried[]): Tried =>
    some.reduce((most, one) => (one.heldOutAccuracy[0] > most.heldOutAccuracy[0] ? one : most));
  const { rule, mixed, scoring } = bestOf(tried);
  const other = bestOf(tried.filter((one) => one.mixed !== mixed));
  const [macs, ...times] = MEASURES;
  const points = [macs, ...times].flatMap((measure) =>
    pointsBy(stored, best, accuracies[best], scoring, measure),
  );
  const others = pointsBy(stored, best, accuracies[best], other.scoring, macs).map((point) => ({
    ...point,
    name: `${point.name}, ${other.mixed ? 'mixed' : 'each stage by itself'}`,
  }));
  const heldOut = scoreStages(recordings.heldOut, scoring);
  const test = scoreStages(recordings.test, scoring);
  const testAccuracies = scoreStages(recordings.test).map(accuracyOf);
  const stages = named.map(
    ({ name: stage, experiment, trained }, at): StageFigures => ({
      name: stage,
      recipe: experiment,
      epoch: trained.epoch,
      times: trained.times,
      cost: stored.costs[at],
      resizing: stored.resizing[at],
      temperature: scoring.temperatures[at],
      mix: scoring.mixes?.[at] ?? [1],
      heldOutAccuracy: accuracies[at],
      testAccuracy: testAccuracies[at],
    }),
  );
  const [, whole] = calibrations;
  const lastOf = (on: readonly Recording[]): number =>
    accuracyOf(scoreStages(on, whole)[named.length - 1]);
  const together = {
    heldOutAccuracy: lastOf(recordings.heldOut),
    testAccuracy: lastOf(recordings.test),
    macs: stored.costs.reduce((sum, cost) => sum + cost.macs, 0),
  };
  const images = { heldOut: stored.heldOut.labels.length, test: stored.test.labels.length };
  const rules = tried.map(({ scoring: _, ...figures }): RuleFigures => figures);
  const chosen = { rule, mixed, rules, points, others, together };
  const result = { name, title, about, judged, quick, images, stages, ...chosen };
  return { result, heldOut, test, front: findFront(heldOut) };
}

interface Scoring {
  readonly rule: ExitRule;
  readonly temperatures: readonly number[];
  readonly mixes?: readonly (readonly number[])[];
}

/** Thresholds for every wish in one measure, chosen on the held-out images and judged on both parts. */
function pointsBy(
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
function withinBudget(front: readonly FrontPoint[], budget: number): FrontPoint | undefined {
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

function accuracyOf({ correct }: StageScores): number {
  return correct.reduce((sum, right) => sum + right, 0) / correct.length;
}
