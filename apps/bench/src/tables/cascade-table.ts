import {
  type CostMeasure,
  cheapestAt,
  createPolicy,
  EXIT_RULES,
  type ExitReport,
  type ExitRule,
  evaluatePolicy,
  type FrontPoint,
  findFront,
  fitTemperature,
  mostAccurateWithin,
  type PolicyEvaluation,
  type StageCost,
  type StageScores,
  scoreStages,
  type Threshold,
} from '@sig/cascade';
import type { BatchReport } from '@sig/heads';
import { digestSet, hasSet, type ReadSet } from '../data/read-set.js';
import { experimentKey } from '../experiments/experiment-key.js';
import {
  type NamedStage,
  type RecordingExperiment,
  recordImages,
  restoreRecordings,
  type StoredRecordings,
} from '../experiments/record-stages.js';
import type { ResultCache } from '../experiments/result-cache.js';
import { type StageExperiment, type TrainedStage, trainStage } from '../experiments/stage.js';
import type { Table } from './table.js';

/** A stage, from the cheapest to the dearest. */
export interface CascadeRow {
  readonly name: string;
  readonly recipe: StageExperiment;
}

/** A table of what thresholds of a cascade come to, chosen on images that no stage was trained on. */
export interface CascadeTable extends Pick<Table, 'name' | 'title' | 'about' | 'judged' | 'seeds'> {
  readonly kind: 'cascade';
  readonly rows: readonly CascadeRow[];
}

/** One stage by itself. */
export interface StageFigures {
  readonly name: string;
  readonly recipe: StageExperiment;
  readonly epoch: number;
  readonly cost: StageCost;
  /** Milliseconds that making an image of its size takes. */
  readonly resizing: number;
  readonly temperature: number;
  readonly heldOutAccuracy: number;
  readonly testAccuracy: number;
}

/** What an exit rule comes to on the held-out images. */
export interface RuleFigures {
  readonly rule: ExitRule;
  /** Within each of the budgets of multiply-adds, the largest first. */
  readonly heldOutAccuracy: readonly number[];
}

/** What was asked for, and thresholds within it. */
export interface OperatingPoint {
  readonly name: string;
  readonly measure: CostMeasure;
  /** What an image may cost on average; left out where an accuracy was asked for. */
  readonly budget?: number;
  /** Chosen on the held-out images; left out where no thresholds are that cheap. */
  readonly chosen?: {
    readonly thresholds: readonly Threshold[];
    readonly heldOut: PointFigures;
    readonly test: PointFigures;
  };
  /** What an image costs at least, where no thresholds are cheap enough. */
  readonly cheapest?: number;
}

export interface PointFigures {
  readonly accuracy: number;
  /** Less the accuracy of the best stage alone. */
  readonly gain: number;
  readonly macs: number;
  readonly milliseconds: number;
  /** How many times as much the best stage alone costs, in the measure of the point. */
  readonly saving: number;
  readonly exits: readonly ExitReport[];
  readonly calibrationError: number;
}

export interface CascadeTableResult
  extends Pick<CascadeTable, 'name' | 'title' | 'about' | 'judged'> {
  readonly quick: boolean;
  /** Images that thresholds were chosen on, and that they were judged on. */
  readonly images: { readonly heldOut: number; readonly test: number };
  readonly stages: readonly StageFigures[];
  readonly rule: ExitRule;
  /** It was chosen by its accuracy within the largest budget. */
  readonly rules: readonly RuleFigures[];
  readonly points: readonly OperatingPoint[];
}

/** What drawings are made from. */
export interface CascadeFindings {
  readonly result: CascadeTableResult;
  readonly heldOut: readonly StageScores[];
  readonly test: readonly StageScores[];
  readonly front: readonly FrontPoint[];
}

export interface RunCascadeTableOptions {
  readonly folder: string;
  readonly readSet: ReadSet;
  readonly stages: ResultCache<StageExperiment, TrainedStage>;
  readonly recordings: ResultCache<RecordingExperiment, StoredRecordings>;
  readonly quick?: boolean;
  readonly onExperiment?: (name: string, done: number, total: number) => void;
  readonly onBatch?: (report: BatchReport) => void;
}

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
/** In quick runs epochs are divided by this. */
const QUICK = 10;

/**
 * Trains the stages that the cache does not know, asks them about the images that they were not trained on,
 * chooses thresholds on those, and judges them on test.
 *
 * @throws RangeError where the set is not there.
 */
export async function runCascadeTable(
  table: CascadeTable,
  options: RunCascadeTableOptions,
): Promise<CascadeFindings> {
  const { folder, readSet, recordings: kept, quick = false, onExperiment } = options;
  const [{ set }] = table.rows.map(({ recipe }) => recipe);
  if (!hasSet(folder, set)) {
    throw new RangeError(
      `${table.name} needs the set ${set} in ${folder}; name its folder by --data`,
    );
  }
  const digest = await digestSet(folder, set);
  const named: NamedStage[] = [];
  for (const [done, { name, recipe }] of table.rows.entries()) {
    const experiment = quick ? quickened(recipe) : recipe;
    const key = experimentKey(experiment, digest);
    onExperiment?.(`training ${name}`, done, table.rows.length + 1);
    let trained = options.stages.get(key);
    if (trained === undefined) {
      trained = await trainStage(experiment, readSet, options);
      options.stages.set(key, experiment, trained);
    }
    named.push({ name, experiment, trained });
  }
  const record: RecordingExperiment = { record: named.map(({ experiment }) => experiment) };
  const key = experimentKey(record, digest);
  onExperiment?.('asking every stage', table.rows.length, table.rows.length + 1);
  let stored = kept.get(key);
  if (stored === undefined) {
    stored = await recordImages(named, readSet);
    kept.set(key, record, stored);
  }
  return judge(table, named, stored, quick);
}

function judge(
  { name, title, about, judged }: CascadeTable,
  named: readonly NamedStage[],
  stored: StoredRecordings,
  quick: boolean,
): CascadeFindings {
  const recordings = restoreRecordings(stored);
  const temperatures = recordings.heldOut.map(fitTemperature);
  const accuracies = scoreStages(recordings.heldOut).map(accuracyOf);
  // By the images that were set aside, as all that is chosen.
  const best = accuracies.indexOf(Math.max(...accuracies));
  const rules = EXIT_RULES.map((rule): RuleFigures => {
    const front = findFront(scoreStages(recordings.heldOut, { rule, temperatures }));
    const heldOutAccuracy = SAVINGS.map(
      (saving) => withinBudget(front, stored.costs[best].macs / (saving * ROOM))?.accuracy ?? 0,
    );
    return { rule, heldOutAccuracy };
  });
  const { rule } = rules.reduce((most, one) =>
    one.heldOutAccuracy[0] > most.heldOutAccuracy[0] ? one : most,
  );
  const points = MEASURES.flatMap(({ measure, resizing, words }) => {
    const { heldOut, test } = restoreRecordings(stored, { resizing });
    const front = findFront(scoreStages(heldOut, { rule, temperatures }), { measure });
    const alone = heldOut[best].cost[measure] ?? Number.NaN;
    const judgeOn = ({ thresholds }: FrontPoint): OperatingPoint['chosen'] => {
      const policy = createPolicy(heldOut, thresholds, { rule, temperatures });
      const [here, there] = [heldOut, test].map((on) =>
        figuresOf(evaluatePolicy(policy, on), best, measure),
      );
      return { thresholds, heldOut: here, test: there };
    };
    const accurate = LOSSES.map((loss): OperatingPoint => {
      const found = cheapestAt(front, accuracies[best] - loss);
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
  });
  const heldOut = scoreStages(recordings.heldOut, { rule, temperatures });
  const test = scoreStages(recordings.test, { rule, temperatures });
  const stages = named.map(
    ({ name: stage, experiment, trained }, at): StageFigures => ({
      name: stage,
      recipe: experiment,
      epoch: trained.epoch,
      cost: stored.costs[at],
      resizing: stored.resizing[at],
      temperature: temperatures[at],
      heldOutAccuracy: accuracies[at],
      testAccuracy: accuracyOf(test[at]),
    }),
  );
  const images = { heldOut: stored.heldOut.labels.length, test: stored.test.labels.length };
  const result = { name, title, about, judged, quick, images, stages, rule, rules, points };
  return { result, heldOut, test, front: findFront(heldOut) };
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

function quickened(recipe: StageExperiment): StageExperiment {
  const { epochs = 20 } = recipe.training;
  return { ...recipe, training: { ...recipe.training, epochs: Math.ceil(epochs / QUICK) } };
}
