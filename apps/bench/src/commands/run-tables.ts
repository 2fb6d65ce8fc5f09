import { cpus } from 'node:os';
import { join } from 'node:path';
import { createSetReader } from '../data/read-set.js';
import { openResultCache } from '../experiments/result-cache.js';
import { writeWhole } from '../files/write-whole.js';
import { digitsMarkdown } from '../output/digits-markdown.js';
import { createProgress } from '../output/progress.js';
import { prototypeMarkdown } from '../output/prototype-markdown.js';
import { tableMarkdown } from '../output/table-markdown.js';
import { runDigitsTable } from '../tables/knn-slice/run-digits-table.js';
import type { AnyTable } from '../tables/list-tables.js';
import { runPrototypeTable } from '../tables/prototype-table.js';
import { runTable } from '../tables/run-table.js';

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
}

/** Runs tables, prints each as Markdown, and writes `<out>/<name>.{json,md}`. */
export async function runTables(
  tables: readonly AnyTable[],
  { data, cache, out, threads, quick, kept, only }: RunTablesOptions,
): Promise<void> {
  const readSet = createSetReader(data);
  for (const table of tables) {
    const progress = createProgress();
    const options = { threads, quick, onExperiment: progress.begin };
    const run = async () => {
      if ('kind' in table && table.kind === 'digits') {
        const { update: onBatch, note: onNote } = progress;
        const result = await runDigitsTable(table, {
          ...options,
          ...{ cache, kept, only, onBatch, onNote },
        });
        return { result, markdown: digitsMarkdown(result) };
      }
      if ('kind' in table) {
        const result = await runPrototypeTable(table, {
          ...options,
          cache: openResultCache(cache),
        });
        return { result, markdown: prototypeMarkdown(result) };
      }
      const result = await runTable(table, {
        ...options,
        folder: data,
        readSet,
        cache: openResultCache(cache),
        onBatch: progress.update,
        onSkip: progress.note,
      });
      return { result, markdown: tableMarkdown(result) };
    };
    const { result, markdown } = await run();
    progress.end();
    const machine = `${cpus()[0].model}, ${threads} threads, Node ${process.versions.node}`;
    const place = join(
      out,
      quick && !('kind' in table && table.kind === 'digits') ? `${table.name}.quick` : table.name,
    );
    writeWhole(`${place}.json`, `${JSON.stringify({ ...result, machine }, null, 2)}\n`);
    writeWhole(`${place}.md`, `${markdown}\n${machine}.\n`);
    process.stdout.write(`${markdown}\n`);
  }
}
