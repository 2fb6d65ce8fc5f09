import type { BatchReport } from '@sig/heads';
import { digestSet, hasSet, type ReadSet } from '../data/read-set.js';
import { experimentKey } from '../experiments/experiment-key.js';
import { readStageModel } from '../experiments/read-stage-model.js';
import {
  type NamedStage,
  type RecordingExperiment,
  recordImages,
  type StoredRecordings,
} from '../experiments/record-stages.js';
import type { ResultCache } from '../experiments/result-cache.js';
import { type StageExperiment, type TrainedStage, trainStage } from '../experiments/stage.js';
import type { CascadeFindings, CascadeTable } from './cascade-table.js';
import { judgeCascade } from './judge-cascade.js';
import { quickened } from './quickened.js';

export interface RunCascadeTableOptions {
  readonly folder: string;
  readonly readSet: ReadSet;
  readonly stages: ResultCache<StageExperiment, TrainedStage>;
  readonly recordings: ResultCache<RecordingExperiment, StoredRecordings>;
  readonly quick?: boolean;
  /** A folder of models that are taken in place of trainings, `<name of the row>.safetensors`. */
  readonly models?: string;
  readonly onExperiment?: (name: string, done: number, total: number) => void;
  readonly onBatch?: (report: BatchReport) => void;
}

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
  const { folder, readSet, recordings: kept, quick = false, models, onExperiment } = options;
  const [{ set }] = table.rows.map(({ recipe }) => recipe);
  if (!hasSet(folder, set)) {
    throw new RangeError(
      `${table.name} needs the set ${set} in ${folder}; name its folder by --data`,
    );
  }
  const digest = await digestSet(folder, set);
  const named: NamedStage[] = [];
  const digests: string[] = [];
  for (const [done, { name, recipe }] of table.rows.entries()) {
    const experiment = quickened(recipe, quick, table.quickEpochs);
    if (models !== undefined) {
      const { digest: own, ...trained } = readStageModel(models, name, experiment);
      digests.push(own);
      named.push({ name, experiment, trained });
      continue;
    }
    const key = experimentKey(experiment, digest);
    onExperiment?.(`training ${name}`, done, table.rows.length + 1);
    let trained = options.stages.get(key);
    if (trained === undefined) {
      trained = await trainStage(experiment, readSet, options);
      options.stages.set(key, experiment, trained);
    }
    named.push({ name, experiment, trained });
  }
  const record: RecordingExperiment = {
    record: named.map(({ experiment }) => experiment),
    models: models === undefined ? undefined : digests,
  };
  const key = experimentKey(record, digest);
  onExperiment?.('asking every stage', table.rows.length, table.rows.length + 1);
  let stored = kept.get(key);
  if (stored === undefined) {
    stored = await recordImages(named, readSet);
    kept.set(key, record, stored);
  }
  return judgeCascade(table, named, stored, quick);
}
