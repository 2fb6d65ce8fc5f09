import type { BatchReport } from '@sig/heads';
import { countRow } from '../../costs/count-row.js';
import type { ModelCost } from '../../costs/model-cost.js';
import { hasSet, type ReadSet } from '../../data/read-set.js';
import { createSetDigests } from '../../data/set-digests.js';
import type { ExperimentResult } from '../../experiments/experiment.js';
import { trainingKey } from '../../experiments/experiment-key.js';
import type { ResultCache } from '../../experiments/result-cache.js';
import { runKeptExperiment } from '../../experiments/run-kept-experiment.js';
import { quickened } from '../quickened.js';
import type { PaperRow, PaperRun, PaperTable } from './paper-table.js';

/** What a run gave, once for each seed; nothing where its set is missing. */
export interface PaperRunResult extends PaperRun {
  readonly results: readonly ExperimentResult[];
}

export interface PaperRowResult extends Omit<PaperRow, 'runs' | 'model'> {
  readonly cost?: ModelCost;
  readonly runs: readonly PaperRunResult[];
}

export interface PaperTableResult
  extends Pick<PaperTable, 'name' | 'title' | 'about' | 'judged' | 'columns' | 'notes'> {
  readonly kind: 'paper';
  /** Few epochs and one seed. */
  readonly quick: boolean;
  /** Trainings without a result, where only what is kept was asked for. */
  readonly untrained?: number;
  readonly rows: readonly PaperRowResult[];
}

export interface RunPaperTableOptions {
  readonly folder: string;
  readonly readSet: ReadSet;
  readonly cache: ResultCache;
  readonly threads: number;
  readonly quick?: boolean;
  /** Trains nothing: takes the results that are kept already. */
  readonly kept?: boolean;
  readonly onExperiment?: (name: string, done: number, total: number) => void;
  readonly onBatch?: (report: BatchReport) => void;
  readonly onSkip?: (line: string) => void;
}

/** Counts every row, and trains what the cache does not know yet. */
export async function runPaperTable(
  table: PaperTable,
  options: RunPaperTableOptions,
): Promise<PaperTableResult> {
  const { folder, threads, quick = false, kept = false, cache } = options;
  const digestOf = createSetDigests(folder);
  const total = table.rows.reduce((sum, { runs = [] }) => sum + seedsOf(runs, quick), 0);
  const missing = new Set<string>();
  const rows: PaperRowResult[] = [];
  let done = 0;
  let untrained = 0;
  for (const row of table.rows) {
    const runs: PaperRunResult[] = [];
    for (const run of row.runs ?? []) {
      const { set } = run.recipe;
      const seeds = quick ? run.seeds.slice(0, 1) : run.seeds;
      const results: ExperimentResult[] = [];
      if (!hasSet(folder, set)) {
        if (!missing.has(set)) {
          options.onSkip?.(
            `${table.name}: there is no set ${set} in ${folder}; its cells stay empty`,
          );
        }
        missing.add(set);
        done += seeds.length;
        runs.push({ ...run, seeds: [], results });
        continue;
      }
      const digest = await digestOf(set);
      const found: number[] = [];
      for (const seed of seeds) {
        const { judged } = table;
        const experiment = quickened(
          { ...run.recipe, judged, seed, threads },
          quick,
          table.quickEpochs,
        );
        options.onExperiment?.(`${row.name}, ${run.label}, seed ${seed}`, done++, total);
        const result = kept
          ? cache.get(trainingKey(experiment, digest))
          : await runKeptExperiment(experiment, digest, options);
        if (result === undefined) {
          untrained++;
          continue;
        }
        results.push(result);
        found.push(seed);
      }
      runs.push({ ...run, seeds: found, results });
    }
    const { model: _, ...rest } = row;
    rows.push({ ...rest, cost: countRow(row), runs });
  }
  const { kind, name, title, about, judged, columns, notes } = table;
  const said = { kind, name, title, about, judged, columns, notes, quick };
  return { ...said, ...(kept && { untrained }), rows };
}

function seedsOf(runs: readonly PaperRun[], quick: boolean): number {
  return quick ? runs.length : runs.reduce((sum, { seeds }) => sum + seeds.length, 0);
}
