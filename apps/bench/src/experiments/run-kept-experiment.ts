import type { BatchReport } from '@sig/heads';
import type { ReadSet } from '../data/read-set.js';
import type { Experiment, ExperimentResult } from './experiment.js';
import { trainingKey } from './experiment-key.js';
import type { ResultCache } from './result-cache.js';
import { runExperiment } from './run-experiment.js';

export interface RunKeptOptions {
  readonly cache: ResultCache;
  readonly readSet: ReadSet;
  readonly onBatch?: (report: BatchReport) => void;
}

/** What an experiment gave on a set of this digest: from the cache, or run and kept there. */
export async function runKeptExperiment(
  experiment: Experiment,
  digest: string,
  { cache, readSet, onBatch }: RunKeptOptions,
): Promise<ExperimentResult> {
  const key = trainingKey(experiment, digest);
  const kept = cache.get(key);
  if (kept !== undefined) return kept;
  const result = await runExperiment(experiment, readSet, { onBatch });
  cache.set(key, experiment, result);
  return result;
}
