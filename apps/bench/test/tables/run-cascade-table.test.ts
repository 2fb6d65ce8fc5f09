import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeModel, encodeModel } from '@sig/edge';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSetReader, digestSet } from '../../src/data/read-set.js';
import { experimentKey } from '../../src/experiments/experiment-key.js';
import type { RecordingExperiment, StoredRecordings } from '../../src/experiments/record-stages.js';
import { openResultCache } from '../../src/experiments/result-cache.js';
import type { StageExperiment, TrainedStage } from '../../src/experiments/stage.js';
import { cascadeMarkdown } from '../../src/output/cascade-markdown.js';
import { cascadePlots } from '../../src/output/cascade-plots.js';
import type { CascadeRow, CascadeTable } from '../../src/tables/cascade-table.js';
import { runCascadeTable } from '../../src/tables/run-cascade-table.js';
import { writeToySets } from '../toy-set.js';

const stage = (size: number): CascadeRow => {
  const recipe: StageExperiment = {
    set: 'toy',
    features: { width: size, height: size, depth: 2, time: true, basepoint: true },
    head: { name: 'fc', options: { hidden: 4, dropout: 0 } },
    training: { epochs: 20, batch: 4, learningRate: 0.01 },
    augment: 'flip',
    validation: 0.34,
    seed: 0,
    threads: 1,
  };
  return { name: `${size} px`, recipe };
};

const table: CascadeTable = {
  kind: 'cascade',
  name: 'toy/cascade',
  title: 'Toy',
  about: 'Dark and bright images.',
  judged: 'test',
  seeds: [0],
  rows: [stage(2), stage(6), stage(16)],
};

let sets: Awaited<ReturnType<typeof writeToySets>>;
beforeAll(async () => {
  sets = await writeToySets();
});
afterAll(() => sets.remove());

async function run(cache: string) {
  const folder = sets.folder;
  let steps = 0;
  const found = await runCascadeTable(table, {
    folder,
    readSet: createSetReader(folder),
    stages: openResultCache(join(folder, cache)),
    recordings: openResultCache(join(folder, cache)),
    onBatch: () => steps++,
  });
  return { found, steps };
}

function withoutTimes(result: object): unknown {
  return JSON.parse(JSON.stringify(result, (key, value) => (key === 'times' ? undefined : value)));
}

describe('runCascadeTable', () => {
  it('chooses on images that were set aside, judges on test, and trains nothing twice', async () => {
    const first = await run('first');
    const { result } = first.found;
    // Two of six images a class; two a class to test with.
    expect(result.images).toEqual({ heldOut: 4, test: 4 });
    expect(result.stages.map(({ name }) => name)).toEqual(['2 px', '6 px', '16 px']);
    // A 16×16 image: 16 rows of 4 + 16 words into 4, and 4 into 2, with biases.
    expect(result.stages[2].cost.params).toBe(320 * 4 + 4 + 4 * 2 + 2);
    expect(result.points.map(({ name }) => name)).toEqual([
      '1/2.3 of the multiply-adds',
      '1/4 of the multiply-adds',
      '1/2.3 of the multiply-adds and 0.1 point less right',
      '1/4 of the multiply-adds and 1 point less right',
      'least multiply-adds, as right as the best stage',
      'least multiply-adds, 0.1 point less right',
      'least multiply-adds, 1 point less right',
    ]);
    expect(result.times.points).toHaveLength(14);
    // Each rule with stages by themselves and mixed; each point takes the one that is best for it.
    expect(result.rules.map(({ mixed }) => mixed)).toEqual([
      ...Array(4).fill(false),
      ...Array(4).fill(true),
    ]);
    expect(result.together.macs).toBe(result.stages.reduce((sum, { cost }) => sum + cost.macs, 0));
    expect(result.together.testAccuracy).toBeGreaterThanOrEqual(0.5);
    for (const { budget, chosen, cheapest } of [...result.points, ...result.times.points]) {
      if (chosen === undefined) {
        if (budget !== undefined) expect(cheapest).toBeGreaterThan(budget);
        continue;
      }
      const { rule, mixed, test, heldOut } = chosen;
      expect(result.rules.some((one) => one.rule === rule && one.mixed === mixed)).toBe(true);
      expect(test.exits.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(heldOut.accuracy).toBeLessThanOrEqual(1);
    }
    const [macs] = result.points;
    expect(macs.chosen?.heldOut.macs ?? 0).toBeLessThanOrEqual(macs.budget ?? 0);
    expect(first.steps).toBeGreaterThan(0);
    const again = await run('first');
    expect(again.steps).toBe(0);
    expect(again.found).toEqual(first.found);
  });

  it('gives the same result in another run but for its times', async () => {
    const result = async (cache: string) => (await run(cache)).found.result;
    const [one, other] = [await result('first'), await result('anew')];
    expect(one.stages[0].times.milliseconds).toBeGreaterThan(0);
    expect(withoutTimes(other)).toEqual(withoutTimes(one));
    expect(JSON.stringify(withoutTimes(one))).not.toContain('milliseconds');
  });

  it('is written as Markdown and drawn', async () => {
    const { found } = await run('first');
    const markdown = cascadeMarkdown(found.result);
    expect(markdown).toContain('## Toy\n\nDark and bright images.');
    expect(markdown).toMatch(/^\| 2 px +\| +[\d,]+ \| +0\.\d\d \|/m);
    expect(markdown).toMatch(/^\| 1\/4 of the time +\|/m);
    expect(markdown).not.toContain('*quick*');
    const quick = cascadeMarkdown({ ...found.result, quick: true });
    const figures = quick
      .split('\n')
      .filter((line) => /^\| (\d+ px|1\/|least)/.test(line))
      .map((line) => line.split('|').map((cell) => cell.trim()));
    expect(figures).toHaveLength(3 + 21);
    // Parameters and multiply-adds of a stage are counted; all else is of the run.
    for (const [, name, ...cells] of figures) {
      const measured = (name.endsWith('px') ? cells.slice(2) : cells).filter((cell) => cell !== '');
      for (const cell of measured) expect(cell).toMatch(/ \*quick\*$/);
    }
    // Here the cheapest stage is as good as any, so that nothing is left to save and no exits are drawn.
    const plots = cascadePlots(found);
    expect(Object.keys(plots)).toEqual([
      'accuracy-40x40',
      'macs-40x40',
      'accuracy-50x100',
      'macs-50x100',
      'front',
    ]);
    for (const svg of Object.values(plots)) expect(svg).toMatch(/^<svg /);
  });

  it('takes models of a folder in place of trainings, if they kept the same images aside', async () => {
    const { folder } = sets;
    const cache = openResultCache<StageExperiment, TrainedStage>(join(folder, 'first'));
    await run('first');
    const digest = await digestSet(folder, 'toy');
    const models = join(folder, 'models');
    mkdirSync(models, { recursive: true });
    for (const { name, recipe } of table.rows) {
      const { model = '' } = cache.get(experimentKey(recipe, digest)) ?? {};
      writeFileSync(join(models, `${name}.safetensors`), Buffer.from(model, 'base64'));
    }
    let steps = 0;
    const options = {
      folder,
      readSet: createSetReader(folder),
      stages: openResultCache<StageExperiment, TrainedStage>(join(folder, 'second')),
      recordings: openResultCache<RecordingExperiment, StoredRecordings>(join(folder, 'second')),
      models,
      onBatch: () => steps++,
    };
    const { result } = await runCascadeTable(table, options);
    const trained = (await run('first')).found.result;
    expect(steps).toBe(0);
    expect(result.stages.map(({ testAccuracy }) => testAccuracy)).toEqual(
      trained.stages.map(({ testAccuracy }) => testAccuracy),
    );
    const file = join(models, '6 px.safetensors');
    const model = decodeModel(readFileSync(file));
    const training = { options: { validation: 0.2, seed: 0 } };
    writeFileSync(file, encodeModel({ ...model, training }));
    await expect(runCascadeTable(table, options)).rejects.toThrow(
      /6 px\.safetensors was trained with --validation 0\.2, the table keeps images aside by 0\.34/,
    );
    rmSync(file);
    await expect(runCascadeTable(table, options)).rejects.toThrow(/6 px\.safetensors is not there/);
  });

  it('says where it looked for a set that is not there', async () => {
    const options = {
      folder: join(sets.folder, 'nowhere'),
      readSet: createSetReader(sets.folder),
      stages: openResultCache<StageExperiment, never>(sets.folder),
      recordings: openResultCache<never, never>(sets.folder),
    };
    await expect(runCascadeTable(table, options)).rejects.toThrow(/needs the set toy in .*nowhere/);
  });
});
