import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeToySets } from '../toy-set.js';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const SEEDS = [0, 1, 2, 3, 4, 5, 6, 7];

const recipe = {
  set: 'toy',
  features: { width: 8, height: 8, depth: 2, time: true, basepoint: true },
  head: { name: 'fc', options: { hidden: 4, dropout: 0 } },
  training: { epochs: 400, batch: 4, learningRate: 0.01 },
  augment: 'flip',
};

const table = {
  name: 'toy/one',
  title: 'Toy',
  about: 'Two kinds of images.',
  judged: 'test',
  seeds: SEEDS,
  rows: [{ name: 'dense', recipe }],
};

let sets: Awaited<ReturnType<typeof writeToySets>>;
beforeAll(async () => {
  sets = await writeToySets();
  writeFileSync(join(sets.folder, 'mine.json'), JSON.stringify(table));
});
afterAll(() => sets.remove());

/** The program at work on the toy table, its results and its cache in a place of their own. */
function start(place: string, jobs: number, more: readonly string[] = []) {
  const { folder } = sets;
  const cache = join(folder, place, 'cache');
  const options = { data: folder, cache, out: join(folder, place, 'out'), threads: 1, jobs };
  const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, `${value}`]);
  const child = spawn(process.execPath, [main, join(folder, 'mine.json'), ...words, ...more], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, said }));
  const kept = (): number =>
    existsSync(cache) ? readdirSync(cache).filter((name) => name.endsWith('.json')).length : 0;
  return { child, ended, kept };
}

/** The table that was written, but for what is in `times`. */
function written(place: string): unknown {
  const text = readFileSync(join(sets.folder, place, 'out/toy/one.json'), 'utf8');
  return JSON.parse(text, (key, value) => (key === 'times' ? undefined : value));
}

describe('bench with a table', () => {
  it('writes what it was run on and how long that took below the table', async () => {
    const { ended } = start('straight', 1);
    expect((await ended).code).toBe(0);
    const text = readFileSync(join(sets.folder, 'straight/out/toy/one.md'), 'utf8');
    const last = text.trim().split('\n').at(-1);
    expect(last).toMatch(/1 threads, Node [\d.]+ .*, sharp [\d.]+, libvips [\d.]+, onnxruntime/);
    expect(last).toMatch(/Its trainings took \d+ s, kept ones among them; the rest took \d+ s\.$/);
    expect(written('straight')).toMatchObject({ name: 'toy/one', versions: {} });
  });

  it('trains nothing with --kept, and says which tables cannot be written so', async () => {
    const { ended, kept } = start('kept', 1, ['--kept']);
    const { code, said } = await ended;
    expect(code).toBe(0);
    expect(said).toContain('toy/one: --kept writes tables of papers and of digits; table skipped');
    expect(kept()).toBe(0);
  });

  it.each([1, 2])('goes on where it was stopped, to the same results: --jobs %i', async (jobs) => {
    const place = `stopped-${jobs}`;
    const first = start(place, jobs);
    while (first.kept() === 0 && first.child.exitCode === null) await pause(1);
    first.child.kill('SIGINT');
    const { signal, said } = await first.ended;
    expect(signal).toBe('SIGINT');
    expect(said).toContain('after Ctrl-C the same command goes on where it was');
    // No stack of a process that was left alone.
    expect(said).not.toContain('    at ');
    const kept = first.kept();
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(SEEDS.length);
    const second = start(place, jobs);
    const rest = await second.ended;
    expect(rest.code).toBe(0);
    expect(rest.said).toMatch(new RegExp(`^${SEEDS.length - kept} trainings in `));
    expect(second.kept()).toBe(SEEDS.length);
    expect(written(place)).toEqual(written('straight'));
  });
});
