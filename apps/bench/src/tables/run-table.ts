import type { BatchReport } from '@sig/heads';
import { hasSet, type ReadSet } from '../data/read-set.js';
import { createSetDigests } from '../data/set-digests.js';
import type { ExperimentResult } from '../experiments/experiment.js';
import type { ResultCache } from '../experiments/result-cache.js';
import { runKeptExperiment } from '../experiments/run-kept-experiment.js';
import { quickened } from './quickened.js';
import type { Table, TableRow } from './table.js';

/** A row with what each seed gave; none where its set is missing. */
export interface RowResult {
  readonly name: string;
  readonly paper?: number;
  readonly floor?: number;
  readonly recipe: TableRow['recipe'];
  readonly seeds: readonly number[];
  readonly results: readonly ExperimentResult[];
}

export interface TableResult {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly judged: Table['judged'];
  /** Fewer epochs than the protocol's, and one seed. */
  readonly quick: boolean;
  readonly rows: readonly RowResult[];
}

export interface RunTableOptions {
  readonly folder: string;
  readonly readSet: ReadSet;
  readonly cache: ResultCache;
  readonly threads: number;
  readonly quick?: boolean;
  /** Called with what is about to be done, and how far the table has come. */
  readonly onExperiment?: (name: string, done: number, total: number) => void;
  readonly onBatch?: (report: BatchReport) => void;
  readonly onSkip?: (line: string) => void;
}

/** Runs what the cache does not know yet, row after row, seed after seed. */
export async function runTable(table: Table, options: RunTableOptions): Promise<TableResult> {
  const { folder, threads, quick = false } = options;
  const seeds = quick ? table.seeds.slice(0, 1) : table.seeds;
  const digestOf = createSetDigests(folder);
  const rows: RowResult[] = [];
  let done = 0;
  for (const { name, recipe, paper, floor } of table.rows) {
    const results: ExperimentResult[] = [];
    const there = hasSet(folder, recipe.set);
    if (!there)
      options.onSkip?.(`${name}: there is no set ${recipe.set} in ${folder}; row skipped`);
    for (const seed of there ? seeds : []) {
      const experiment = quickened(
        { ...recipe, judged: table.judged, seed, threads },
        quick,
        table.quickEpochs,
      );
      const digest = await digestOf(recipe.set);
      options.onExperiment?.(`${name}, seed ${seed}`, done, table.rows.length * seeds.length);
      results.push(await runKeptExperiment(experiment, digest, options));
      done++;
    }
    rows.push({ name, paper, floor, recipe, seeds: there ? seeds : [], results });
  }
  const { title, about, judged } = table;
  return { name: table.name, title, about, judged, quick, rows };
}
