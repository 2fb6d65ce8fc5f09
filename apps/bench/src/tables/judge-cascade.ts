import {
  EXIT_RULES,
  findFront,
  fitCalibration,
  type Recording,
  type StageScores,
  scoreStages,
} from '@sig/cascade';
import {
  type NamedStage,
  restoreRecordings,
  type StoredRecordings,
} from '../experiments/record-stages.js';
import type { CascadeFindings, CascadeTable, RuleFigures, StageFigures } from './cascade-table.js';
import {
  MEASURES,
  pointsBy,
  ROOM,
  SAVINGS,
  type Scoring,
  withinBudget,
} from './operating-points.js';

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
  const tried = calibrations.flatMap((calibration) =>
    EXIT_RULES.map((rule) => {
      const scoring: Scoring = { rule, ...calibration };
      const front = findFront(scoreStages(recordings.heldOut, scoring));
      const heldOutAccuracy = SAVINGS.map(
        (saving) => withinBudget(front, stored.costs[best].macs / (saving * ROOM))?.accuracy ?? 0,
      );
      return { scoring, heldOutAccuracy };
    }),
  );
  const scorings = tried.map(({ scoring }) => scoring);
  const { scoring } = tried.reduce((most, one) =>
    one.heldOutAccuracy[0] > most.heldOutAccuracy[0] ? one : most,
  );
  const [points, ...timed] = MEASURES.map((measure) =>
    pointsBy(stored, best, accuracies[best], scorings, measure),
  );
  const heldOut = scoreStages(recordings.heldOut, scoring);
  const test = scoreStages(recordings.test, scoring);
  const testAccuracies = scoreStages(recordings.test).map(accuracyOf);
  const [alone, whole] = calibrations;
  const stages = named.map(({ name: stage, experiment, trained }, at): StageFigures => {
    const { milliseconds = Number.NaN, ...cost } = stored.costs[at];
    return {
      name: stage,
      recipe: experiment,
      epoch: trained.epoch,
      cost,
      times: { ...trained.times, milliseconds, resizing: stored.resizing[at] },
      temperature: alone.temperatures[at],
      mix: whole.mixes?.[at] ?? [1],
      heldOutAccuracy: accuracies[at],
      testAccuracy: testAccuracies[at],
    };
  });
  const lastOf = (on: readonly Recording[]): number =>
    accuracyOf(scoreStages(on, whole)[named.length - 1]);
  const together = {
    heldOutAccuracy: lastOf(recordings.heldOut),
    testAccuracy: lastOf(recordings.test),
    macs: stored.costs.reduce((sum, cost) => sum + cost.macs, 0),
  };
  const images = { heldOut: stored.heldOut.labels.length, test: stored.test.labels.length };
  const rules = tried.map(
    ({ scoring: { rule, mixed }, heldOutAccuracy }): RuleFigures => ({
      rule,
      mixed,
      heldOutAccuracy,
    }),
  );
  const { rule, mixed } = scoring;
  const times = { points: timed.flat() };
  const chosen = { rule, mixed, rules, points, times, together };
  const result = { name, title, about, judged, quick, images, stages, ...chosen };
  return { result, heldOut, test, front: findFront(heldOut) };
}

function accuracyOf({ correct }: StageScores): number {
  return correct.reduce((sum, right) => sum + right, 0) / correct.length;
}
