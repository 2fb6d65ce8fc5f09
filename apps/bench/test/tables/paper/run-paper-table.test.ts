import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSetReader } from '../../../src/data/read-set.js';
import { openResultCache } from '../../../src/experiments/result-cache.js';
import { listJobs } from '../../../src/jobs/list-jobs.js';
import { paperMarkdown } from '../../../src/output/paper-markdown.js';
import type { PaperTable } from '../../../src/tables/paper/paper-table.js';
import { runPaperTable } from '../../../src/tables/paper/run-paper-table.js';
import { writeToySets } from '../../toy-set.js';

// Rows of one colour differ only from where they start.
const features = { width: 8, height: 8, depth: 2, time: false, basepoint: true } as const;
const head = { name: 'fc', options: { hidden: 4, dropout: 0 } } as const;
const training = { epochs: 20, batch: 4, learningRate: 0.01 };
const recipe = { set: 'toy', features, head, training, augment: 'none', copies: 'flip' } as const;
const logarithm = { ...features, basepoint: false, logarithm: 'lyndon-words' } as const;

const table: PaperTable = {
  kind: 'paper',
  name: 'toy/paper',
  title: 'Toy',
  about: 'Words.',
  judged: 'test',
  seeds: [0],
  columns: ['params', 'accuracy', 'int8', 'steps', 'size', 'flops', 'time'],
  rows: [
    {
      name: 'signature',
      model: { features, head },
      printed: { accuracy: 93.1, params: 400, time: '3 min' },
      notes: ['Printed too small.'],
      runs: [{ label: 'toy, twice', recipe, seeds: [0, 1] }],
    },
    {
      name: 'log-signature',
      model: { features: logarithm, head },
      runs: [{ label: 'toy, twice', recipe: { ...recipe, features: logarithm }, seeds: [0] }],
    },
    {
      name: 'elsewhere',
      runs: [{ label: 'toy, twice', recipe: { ...recipe, set: 'missing' }, seeds: [0] }],
    },
    { name: 'quoted', printed: { accuracy: '89 / 80' } },
  ],
};

let sets: Awaited<ReturnType<typeof writeToySets>>;
beforeAll(async () => {
  sets = await writeToySets();
});
afterAll(() => sets.remove());

function run(cache: string, quick = false, kept = false) {
  const { folder } = sets;
  const skipped: string[] = [];
  return runPaperTable(table, {
    ...{ folder, threads: 1, quick, kept },
    readSet: createSetReader(folder),
    cache: openResultCache(join(folder, cache)),
    onSkip: (line) => skipped.push(line),
  }).then((result) => ({ result, skipped }));
}

/** All but the times. */
const figures = (result: object): unknown =>
  JSON.parse(JSON.stringify(result, (key, value) => (key === 'times' ? undefined : value)));

describe('a table of a paper', () => {
  it('has what was printed, counted and measured in its cells, and notes below', async () => {
    const { result, skipped } = await run('first');
    const lines = paperMarkdown(result).split('\n');
    const row = (name: string) =>
      lines.find((line) => line.startsWith(`| ${name}`))?.split(/ (?<!\\)\| /) ?? [];
    // 8 rows of 3 + 9 words into 4, and 4 into 2, with biases.
    expect(
      row('signature [1]')
        .slice(1, 4)
        .map((cell) => cell.trim()),
    ).toEqual([`400 \\| ${96 * 4 + 4 + 4 * 2 + 2}`, '93.10 \\| 100.00 ± 0.00', '100.00 ± 0.00']);
    // 12 images and a copy of each in batches of 4, 20 times.
    expect(row('signature [1]')[4].trim()).toBe('120');
    // 3 + 3 coordinates.
    expect(row('log-signature')[1].trim()).toBe(`– \\| ${48 * 4 + 4 + 4 * 2 + 2}`);
    expect(row('log-signature')[2].trim()).toMatch(/^– \\\| \d+\.00$/);
    expect(row('elsewhere')[2].trim()).toBe('');
    expect(row('quoted')[2].trim()).toBe('89 / 80 \\| –');
    expect(lines).toContain('[1] Printed too small.');
    expect(skipped).toEqual([expect.stringMatching(/no set missing .* stay empty/)]);
  });

  it('gives the same figures twice, but for times', async () => {
    const [one, two] = [await run('second'), await run('third')];
    expect(figures(one.result)).toEqual(figures(two.result));
    expect(one.result.rows[0].runs[0].results[0].times.seconds).toBeGreaterThan(0);
  });

  it('can be written of what is kept, and says how much is not', async () => {
    const { folder } = sets;
    const cache = openResultCache(join(folder, 'partly'));
    const [job] = (await listJobs([table], { folder, cache, threads: 1 })).filter(({ name }) =>
      name.endsWith('seed 1'),
    );
    const whole = await run('first');
    cache.set(job.key, job.experiment, whole.result.rows[0].runs[0].results[1]);
    const { result } = await run('partly', false, true);
    expect(result.untrained).toBe(2);
    expect(result.rows[0].runs[0]).toMatchObject({ seeds: [1], results: [{ steps: 120 }] });
    expect(result.rows[1].runs[0].results).toEqual([]);
    expect(paperMarkdown(result)).toContain('\n2 trainings of this table have not been run yet.\n');
    expect(paperMarkdown(whole.result)).not.toContain('have not been run');
  });

  it('says in every measured cell that a run was quick', async () => {
    const { result } = await run('fourth', true);
    const line = paperMarkdown(result)
      .split('\n')
      .find((one) => one.startsWith('| signature'));
    expect(line).toMatch(/93\.10 \\\| \d+\.\d+ \*quick\*/);
    expect(result.rows[0].runs[0].results).toHaveLength(1);
    expect(result.rows[0].runs[0].results[0].steps).toBe(6);
  });
});

describe('listJobs', () => {
  it('lists each training that is missing once, none of sets that are not there', async () => {
    const cache = openResultCache(join(sets.folder, 'fifth'));
    const options = { folder: sets.folder, cache, threads: 1 };
    const jobs = await listJobs([table, table], options);
    expect(jobs.map(({ name }) => name).sort()).toEqual([
      'toy/paper, log-signature, toy, twice, seed 0',
      'toy/paper, signature, toy, twice, seed 0',
      'toy/paper, signature, toy, twice, seed 1',
    ]);
    await run('fifth');
    expect(await listJobs([table], options)).toEqual([]);
  });
});
