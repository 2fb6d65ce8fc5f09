import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Experiment } from '../../src/experiments/experiment.js';
import { openResultCache } from '../../src/experiments/result-cache.js';
import { runJobs } from '../../src/jobs/run-jobs.js';
import { writeToySets } from '../toy-set.js';

const worker = fileURLToPath(new URL('../../dist/worker.js', import.meta.url));
const experiment = (seed: number, set = 'toy'): Experiment => ({
  set,
  features: { width: 8, height: 8, depth: 2, time: true, basepoint: true },
  head: { name: 'fc', options: { hidden: 4, dropout: 0 } },
  training: { epochs: 3, batch: 4, learningRate: 0.01 },
  augment: 'flip',
  judged: 'test',
  seed,
  threads: 1,
});

let sets: Awaited<ReturnType<typeof writeToySets>>;
beforeAll(async () => {
  sets = await writeToySets();
});
afterAll(() => sets.remove());

function run(place: string, experiments: readonly Experiment[], processes: number) {
  const cache = openResultCache(join(sets.folder, place));
  const jobs = experiments.map((own, at) => ({
    ...{ name: `job ${at}`, key: `${at}`, experiment: own, seconds: 1 + at },
  }));
  const shares: number[] = [];
  const options = { folder: sets.folder, sets: join(sets.folder, place, 'sets'), cache, worker };
  const onProgress = (share: number) => void shares.push(share);
  return runJobs(jobs, { ...options, processes, onProgress }).then(() => ({
    results: jobs.map(({ key }) => ({ ...cache.get(key), times: undefined })),
    shares,
  }));
}

describe('runJobs', () => {
  it('keeps the same results whichever process trains them, and tells how far it is', async () => {
    const experiments = [experiment(0), experiment(1), experiment(2)];
    const one = await run('one', experiments, 1);
    const two = await run('two', experiments, 2);
    expect(two.results).toEqual(one.results);
    expect(one.results[0].accuracy).toBeGreaterThan(0);
    expect(two.shares.at(-1)).toBe(1);
    expect([...two.shares].sort((a, b) => a - b)).toEqual(two.shares);
  });

  it('says which training failed and why, and keeps those that ended', async () => {
    const cache = openResultCache(join(sets.folder, 'bad'));
    await expect(run('bad', [experiment(0), experiment(0, 'missing')], 1)).rejects.toThrow(
      /^job 1: .*missing/,
    );
    expect(cache.get('0')?.count).toBe(4);
  });
});
