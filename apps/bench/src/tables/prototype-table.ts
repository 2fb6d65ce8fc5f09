import { createHash } from 'node:crypto';
import { type Mnist, readMnist } from '@sig/image-paths/node';
import { experimentKey } from '../experiments/experiment-key.js';
import {
  createPrototypeRunner,
  type PrototypeExperiment,
  type PrototypeRecipe,
  type PrototypeResult,
} from '../experiments/prototypes.js';
import type { ResultCache } from '../experiments/result-cache.js';
import type { Table } from './table.js';

export interface PrototypeRow {
  readonly name: string;
  readonly recipe: PrototypeRecipe;
}

/** A table of engines on MNIST, by their bytes. */
export interface PrototypeTable
  extends Pick<Table, 'name' | 'title' | 'about' | 'judged' | 'seeds'> {
  readonly kind: 'prototypes';
  readonly rows: readonly PrototypeRow[];
}

export interface PrototypeTableResult
  extends Pick<PrototypeTable, 'name' | 'title' | 'about' | 'judged'> {
  /** One seed. */
  readonly quick: boolean;
  readonly rows: readonly (PrototypeRow & {
    readonly seeds: readonly number[];
    readonly results: readonly PrototypeResult[];
  })[];
}

export interface RunPrototypeTableOptions {
  readonly cache: ResultCache<PrototypeExperiment, PrototypeResult>;
  readonly threads: number;
  readonly quick?: boolean;
  readonly onExperiment?: (name: string, done: number, total: number) => void;
}

/** Runs what the cache does not know yet, seed after seed, so that filters serve rows that share them. */
export async function runPrototypeTable(
  { rows, judged, name, title, about, ...table }: PrototypeTable,
  { cache, threads, quick = false, onExperiment }: RunPrototypeTableOptions,
): Promise<PrototypeTableResult> {
  const seeds = quick ? table.seeds.slice(0, 1) : table.seeds;
  const whole = await readMnist();
  const digits = quick ? fewDigits(whole) : whole;
  const digest = digestOf(digits);
  const run = createPrototypeRunner(digits);
  const results: PrototypeResult[][] = rows.map(() => []);
  let done = 0;
  for (const seed of seeds) {
    for (const [at, row] of rows.entries()) {
      const experiment = { ...row.recipe, judged, seed, threads };
      const key = experimentKey(experiment, digest);
      onExperiment?.(`${row.name}, seed ${seed}`, done++, rows.length * seeds.length);
      let result = cache.get(key);
      if (result === undefined) {
        result = await run(experiment);
        cache.set(key, experiment, result);
      }
      results[at].push(result);
    }
  }
  const all = rows.map((row, at) => ({ ...row, seeds, results: results[at] }));
  return { name, title, about, judged, quick, rows: all };
}

/** Of a quick run: the first 6,000 digits to learn from, the first 1,000 to be judged on. */
function fewDigits({ train, test, ...rest }: Mnist): Mnist {
  const first = (part: Mnist['train'], count: number): Mnist['train'] => ({
    ...part,
    count,
    pixels: part.pixels.subarray(0, count * 784),
    labels: part.labels.subarray(0, count),
  });
  return { ...rest, train: first(train, 6000), test: first(test, 1000) };
}

function digestOf({ train, test }: Mnist): string {
  const hash = createHash('sha256');
  for (const { pixels, labels } of [train, test]) hash.update(pixels).update(labels);
  return hash.digest('hex').slice(0, 16);
}
