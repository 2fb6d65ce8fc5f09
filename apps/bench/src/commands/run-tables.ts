import { cpus } from 'node:os';
import { join } from 'node:path';
import { createSetReader } from '../data/read-set.js';
import { openResultCache } from '../experiments/result-cache.js';
import { writeWhole } from '../files/write-whole.js';
import { createProgress } from '../output/progress.js';
import { tableMarkdown } from '../output/table-markdown.js';
import { runTable } from '../tables/run-table.js';
import type { Table } from '../tables/table.js';

export interface RunTablesOptions {
  readonly data: string;
  readonly cache: string;
  readonly out: string;
  readonly threads: number;
  readonly quick?: boolean;
}

/** Runs tables, prints each as Markdown, and writes `<out>/<name>.{json,md}`. */
export async function runTables(
  tables: readonly Table[],
  { data, cache, out, threads, quick }: RunTablesOptions,
): Promise<void> {
  const readSet = createSetReader(data);
  const results = openResultCache(cache);
  for (const table of tables) {
    const progress = createProgress();
    const result = await runTable(table, {
      folder: data,
      readSet,
      cache: results,
      threads,
      quick,
      onExperiment: progress.begin,
      onBatch: progress.update,
      onSkip: progress.note,
    });
    progress.end();
    const markdown = tableMarkdown(result);
    const machine = `${cpus()[0].model}, ${threads} threads, Node ${process.versions.node}`;
    const place = join(out, quick ? `${table.name}.quick` : table.name);
    writeWhole(`${place}.json`, `${JSON.stringify({ ...result, machine }, null, 2)}\n`);
    writeWhole(`${place}.md`, `${markdown}\n${machine}.\n`);
    process.stdout.write(`${markdown}\n`);
  }
}
