import { cpus } from 'node:os';
import { join } from 'node:path';
import { createSetReader } from '../data/read-set.js';
import { writeWhole } from '../files/write-whole.js';
import { createProgress } from '../output/progress.js';
import type { AnyTable } from '../tables/list-tables.js';
import { runAnyTable } from '../tables/run-any-table.js';

export interface RunTablesOptions {
  readonly data: string;
  readonly cache: string;
  readonly out: string;
  readonly threads: number;
  readonly quick?: boolean;
  /** Of a table of digits: only what is kept already. */
  readonly kept?: boolean;
  /** Of a table of digits: runs only rows whose digits and name hold this text. */
  readonly only?: string;
  /** Of a cascade: a folder of models that are taken in place of trainings. */
  readonly models?: string;
}

/** Runs tables, prints each as Markdown, and writes `<out>/<name>.{json,md}`. */
export async function runTables(
  tables: readonly AnyTable[],
  { data, cache, out, threads, quick, kept, only, models }: RunTablesOptions,
): Promise<void> {
  const readSet = createSetReader(data);
  for (const table of tables) {
    const progress = createProgress();
    const options = { data, cache, threads, quick, kept, only, models, readSet, progress };
    const { result, markdown, plots = {} } = await runAnyTable(table, options);
    progress.end();
    const machine = `${cpus()[0].model}, ${threads} threads, Node ${process.versions.node}`;
    const place = join(
      out,
      quick && !('kind' in table && table.kind === 'digits') ? `${table.name}.quick` : table.name,
    );
    writeWhole(`${place}.json`, `${JSON.stringify({ ...result, machine }, null, 2)}\n`);
    writeWhole(`${place}.md`, `${markdown}\n${machine}.\n`);
    for (const [name, svg] of Object.entries(plots)) writeWhole(`${place}.${name}.svg`, `${svg}\n`);
    process.stdout.write(`${markdown}\n`);
  }
}
