import type { ReadSet } from '../data/read-set.js';
import { openResultCache } from '../experiments/result-cache.js';
import { cascadeMarkdown } from '../output/cascade-markdown.js';
import { cascadePlots } from '../output/cascade-plots.js';
import { digitsMarkdown } from '../output/digits-markdown.js';
import { paperMarkdown } from '../output/paper-markdown.js';
import { paperPlots } from '../output/paper-plots.js';
import { pipelineMarkdown } from '../output/pipeline-markdown.js';
import type { Progress } from '../output/progress.js';
import { prototypeMarkdown } from '../output/prototype-markdown.js';
import { resNetMarkdown } from '../output/res-net-markdown.js';
import { setsMarkdown } from '../output/sets-markdown.js';
import { signatureMarkdown } from '../output/signature-markdown.js';
import { speedMarkdown } from '../output/speed-markdown.js';
import { tableMarkdown } from '../output/table-markdown.js';
import { runDigitsTable } from './knn-slice/run-digits-table.js';
import type { AnyTable } from './list-tables.js';
import { runPaperTable } from './paper/run-paper-table.js';
import { runPrototypeTable } from './prototype-table.js';
import { runResNetTable } from './res-net-table.js';
import { runCascadeTable } from './run-cascade-table.js';
import { runTable } from './run-table.js';
import { runSetsTable } from './sets/run-sets-table.js';
import { runPipelineTable } from './speed/run-pipeline-table.js';
import { runSignatureTable } from './speed/run-signature-table.js';
import { runSpeedTable } from './speed/run-speed-table.js';

export interface RunAnyTableOptions {
  /** Where the image sets are, and where results are kept. */
  readonly data: string;
  readonly cache: string;
  readonly threads: number;
  readonly quick?: boolean;
  /** Of a table of a paper or of digits: only what is kept already. */
  readonly kept?: boolean;
  /** Of a table of digits: runs only rows whose digits and name hold this text. */
  readonly only?: string;
  /** Of a cascade: a folder of models that are taken in place of trainings. */
  readonly models?: string;
  readonly readSet: ReadSet;
  readonly progress: Progress;
}

/** What a table came to. */
export interface TableRun {
  /** Plain data. */
  readonly result: object & { readonly times?: unknown };
  readonly markdown: string;
  /** SVG documents by their names. */
  readonly plots?: Readonly<Record<string, string>>;
}

/** Runs a table of any kind. */
export async function runAnyTable(
  table: AnyTable,
  {
    data: folder,
    cache,
    threads,
    quick,
    kept,
    only,
    models,
    readSet,
    progress,
  }: RunAnyTableOptions,
): Promise<TableRun> {
  const { begin: onExperiment, update: onBatch, note } = progress;
  const options = { folder, readSet, threads, quick, onExperiment, onBatch };
  if (!('kind' in table)) {
    const result = await runTable(table, {
      ...options,
      cache: openResultCache(cache),
      onSkip: note,
    });
    return { result, markdown: tableMarkdown(result) };
  }
  switch (table.kind) {
    case 'paper': {
      const result = await runPaperTable(table, {
        ...options,
        kept,
        cache: openResultCache(cache),
        onSkip: note,
      });
      return { result, markdown: paperMarkdown(result), plots: paperPlots(result) };
    }
    case 'sets': {
      const result = await runSetsTable(table, { folder, onSkip: note });
      return { result, markdown: setsMarkdown(result) };
    }
    case 'speed': {
      const result = await runSpeedTable(table, options);
      return { result, markdown: speedMarkdown(result) };
    }
    case 'signatures': {
      const result = await runSignatureTable(table, options);
      return { result, markdown: signatureMarkdown(result) };
    }
    case 'pipeline': {
      const result = await runPipelineTable(table, options);
      return { result, markdown: pipelineMarkdown(result) };
    }
    case 'digits': {
      const result = await runDigitsTable(table, { ...options, cache, kept, only, onNote: note });
      return { result, markdown: digitsMarkdown(result) };
    }
    case 'prototypes': {
      const result = await runPrototypeTable(table, { ...options, cache: openResultCache(cache) });
      return { result, markdown: prototypeMarkdown(result) };
    }
    case 'cascade': {
      const found = await runCascadeTable(table, {
        ...options,
        models,
        stages: openResultCache(cache),
        recordings: openResultCache(cache),
      });
      const { result } = found;
      return { result, markdown: cascadeMarkdown(result), plots: cascadePlots(found) };
    }
    case 'res-nets': {
      const result = await runResNetTable(table, options);
      return { result, markdown: resNetMarkdown(result) };
    }
  }
}
