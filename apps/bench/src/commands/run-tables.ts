import { join } from 'node:path';
import { createSetReader, hasSet } from '../data/read-set.js';
import { openResultCache } from '../experiments/result-cache.js';
import { trainingSeconds } from '../experiments/training-seconds.js';
import { writeWhole } from '../files/write-whole.js';
import { decodeSets } from '../jobs/decode-sets.js';
import { listJobs } from '../jobs/list-jobs.js';
import { runJobs } from '../jobs/run-jobs.js';
import { createJobBar } from '../output/job-bar.js';
import { machineName } from '../output/machine-name.js';
import { packageVersions } from '../output/package-versions.js';
import { createProgress } from '../output/progress.js';
import { type RunFacts, runFooter } from '../output/run-footer.js';
import type { AnyTable } from '../tables/list-tables.js';
import { runAnyTable, type TableRun } from '../tables/run-any-table.js';
import { writePage } from './write-page.js';

export interface RunTablesOptions {
  readonly data: string;
  readonly cache: string;
  readonly out: string;
  readonly threads: number;
  /** Processes that train at once. */
  readonly jobs: number;
  /** Trains what is missing and prints no table. */
  readonly train?: boolean;
  readonly quick?: boolean;
  /** Of tables of papers and of digits: only what is kept already; nothing is trained. */
  readonly kept?: boolean;
  /** Of a table of digits, and while training: only what is called so. */
  readonly only?: string;
  /** Of a cascade: a folder of models that are taken in place of trainings. */
  readonly models?: string;
}

/** Trains what tables need, in processes; runs the tables, prints each, and writes `<out>/<name>.{json,md}`. */
export async function runTables(
  tables: readonly AnyTable[],
  { data, cache, out, threads, jobs, train = false, quick, kept, only, models }: RunTablesOptions,
): Promise<void> {
  const sets = join(cache, 'sets');
  if (!kept)
    await trainMissing(tables, { data, cache, sets, threads, jobs, quick, ...(train && { only }) });
  if (train) return;
  const readSet = createSetReader(data, sets);
  let written = 0;
  for (const table of tables) {
    const progress = createProgress();
    const missing = missingSet(table, data);
    if (missing !== undefined) {
      progress.note(`${table.name}: there is no set ${missing} in ${data}; table skipped`);
      continue;
    }
    if (kept && !canBeKept(table)) {
      progress.note(`${table.name}: --kept writes tables of papers and of digits; table skipped`);
      continue;
    }
    const options = { data, cache, threads, quick, kept, only, models, readSet, progress };
    const started = performance.now();
    const { result, markdown, plots = {} } = await runAnyTable(table, options);
    progress.end();
    const facts: RunFacts = {
      ...{ machine: machineName(threads), versions: packageVersions() },
      seconds: (performance.now() - started) / 1000,
      trainingSeconds: trainingSeconds(result),
    };
    const place = join(out, quick ? `${table.name}.quick` : table.name);
    writeWhole(`${place}.json`, `${JSON.stringify(withFacts(result, facts), null, 2)}\n`);
    const text = `${markdown}\n${runFooter(facts)}\n`;
    writeWhole(`${place}.md`, text);
    for (const [name, svg] of Object.entries(plots)) writeWhole(`${place}.${name}.svg`, `${svg}\n`);
    process.stdout.write(`${text}\n`);
    written++;
  }
  if (written > 0) writePage(out);
}

/** A result with what it was run on; all that differs from run to run is in its `times`. */
function withFacts(
  result: TableRun['result'],
  { machine, versions, seconds, trainingSeconds: trained }: RunFacts,
): object {
  const own = typeof result.times === 'object' ? result.times : {};
  const times = { ...own, seconds, trainingSeconds: trained };
  return { ...result, machine, versions, times };
}

/** Trainings that no result is kept of, dealt out to processes. */
async function trainMissing(
  tables: readonly AnyTable[],
  {
    data,
    cache,
    sets,
    threads,
    jobs: processes,
    quick,
    only,
  }: Pick<RunTablesOptions, 'data' | 'cache' | 'threads' | 'jobs' | 'quick' | 'only'> & {
    sets: string;
  },
): Promise<void> {
  const results = openResultCache(cache);
  const jobs = await listJobs(tables, { folder: data, cache: results, threads, quick, only });
  if (jobs.length === 0) return;
  const bar = createJobBar(jobs, processes);
  try {
    await decodeSets(jobs, { folder: data, sets, onSet: bar.decode });
    const options = { folder: data, sets, cache: results, processes };
    await runJobs(jobs, { ...options, onProgress: bar.update });
  } finally {
    bar.end();
  }
}

/** Whether a table can be written of what is kept alone. */
function canBeKept(table: AnyTable): boolean {
  return 'kind' in table && (table.kind === 'paper' || table.kind === 'digits');
}

/** The set that a whole table cannot do without. */
function missingSet(table: AnyTable, data: string): string | undefined {
  if (!('kind' in table)) return undefined;
  const sets =
    table.kind === 'cascade'
      ? table.rows.map(({ recipe }) => recipe.set)
      : table.kind === 'pipeline'
        ? [table.set]
        : [];
  return sets.find((set) => !hasSet(data, set));
}
