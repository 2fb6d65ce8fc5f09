import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSetReader } from '../../src/data/read-set.js';
import { openResultCache } from '../../src/experiments/result-cache.js';
import { type RowResult, runTable, type TableResult } from '../../src/tables/run-table.js';
import type { Table } from '../../src/tables/table.js';
import { writeToySets } from '../toy-set.js';

const recipe = {
  set: 'toy',
  features: { width: 8, height: 8, depth: 2, time: true, basepoint: true },
  head: { name: 'fc', options: { hidden: 4, dropout: 0 } },
  training: { epochs: 20, batch: 4, learningRate: 0.01 },
  augment: 'flip',
} as const;

const table: Table = {
  name: 'toy/one',
  title: 'Toy',
  about: 'Two kinds of images.',
  judged: 'test',
  seeds: [0, 1],
  rows: [
    { name: 'dense', recipe },
    { name: 'elsewhere', recipe: { ...recipe, set: 'missing' } },
  ],
};

let sets: Awaited<ReturnType<typeof writeToySets>>;
beforeAll(async () => {
  sets = await writeToySets();
});
afterAll(() => sets.remove());

function run(cache: string, options: { table?: Table; quick?: boolean } = {}) {
  const begun: string[] = [];
  const skipped: string[] = [];
  const trained: number[] = [];
  const folder = sets.folder;
  const result = runTable(options.table ?? table, {
    folder,
    readSet: createSetReader(folder),
    cache: openResultCache(join(folder, cache)),
    threads: 1,
    quick: options.quick,
    onExperiment: (name) => begun.push(name),
    onBatch: ({ step }) => trained.push(step),
    onSkip: (line) => skipped.push(line),
  });
  return result.then((value) => ({ value, begun, skipped, trained }));
}

/** All but the times, which are never the same. */
const figures = ({ rows }: TableResult) =>
  rows.map(({ results, ...row }: RowResult) => ({
    ...row,
    results: results.map(({ times: _, ...result }) => result),
  }));

describe('runTable', () => {
  it('trains each row once a seed and judges it on test', async () => {
    const { value, begun } = await run('first');
    expect(begun).toEqual(['dense, seed 0', 'dense, seed 1']);
    expect(value.rows[0].results.map(({ accuracy, count }) => [accuracy, count])).toEqual([
      [1, 4],
      [1, 4],
    ]);
    // 8 rows of 4 + 16 words into 4, and 4 into 2, with biases.
    expect(value.rows[0].results[0].params).toBe(160 * 4 + 4 + 4 * 2 + 2);
  });

  it('skips a row whose set is missing, with a line', async () => {
    const { value, skipped } = await run('first');
    expect(value.rows[1].results).toEqual([]);
    expect(skipped).toEqual([expect.stringContaining('there is no set missing')]);
  });

  it('trains nothing that it has trained before, and trains the same figures anew', async () => {
    const first = await run('second');
    const again = await run('second');
    const anew = await run('third');
    expect(first.trained.length).toBeGreaterThan(0);
    expect(again.trained).toEqual([]);
    expect(again.value).toEqual(first.value);
    expect(figures(anew.value)).toEqual(figures(first.value));
  });

  it('trains again where a kept result is damaged', async () => {
    await run('fourth');
    const folder = join(sets.folder, 'fourth');
    mkdirSync(folder, { recursive: true });
    for (const file of readdirSync(folder)) writeFileSync(join(folder, file), '{"resu');
    expect((await run('fourth')).trained.length).toBeGreaterThan(0);
  });

  it('judges a choice on a part of train, and says how large it was', async () => {
    const { value } = await run('fifth', { table: { ...table, judged: 'validation' } });
    // A fifth of six images a class, rounded.
    expect(value.rows[0].results[0].count).toBe(2);
  });

  it('runs one seed and a fortieth of the epochs, one at least, where it is quick, or what a table declares', async () => {
    const { value, trained } = await run('sixth', { quick: true });
    expect(value.quick).toBe(true);
    expect(value.rows[0].results).toHaveLength(1);
    expect(trained).toHaveLength(3);
    const own = await run('seventh', { table: { ...table, quickEpochs: 5 }, quick: true });
    expect(own.trained).toHaveLength(4 * 3);
  });
});
