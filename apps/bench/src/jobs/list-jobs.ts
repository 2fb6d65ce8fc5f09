import { hasSet } from '../data/read-set.js';
import { createSetDigests } from '../data/set-digests.js';
import type { Experiment } from '../experiments/experiment.js';
import { trainingKey } from '../experiments/experiment-key.js';
import type { ResultCache } from '../experiments/result-cache.js';
import type { AnyTable } from '../tables/list-tables.js';
import { quickened } from '../tables/quickened.js';
import { estimateSeconds } from './estimate-seconds.js';

/** One training of one row and seed that the cache does not know. */
export interface Job {
  /** For people: the table and the row. */
  readonly name: string;
  readonly key: string;
  readonly experiment: Experiment;
  /** A guess, for the order and the time that is left. */
  readonly seconds: number;
}

export interface ListJobsOptions {
  readonly folder: string;
  readonly cache: ResultCache;
  readonly threads: number;
  readonly quick?: boolean;
  /** Only trainings whose name holds this text. */
  readonly only?: string;
}

/** What tables have to train, each experiment once, the longest first; sets that are missing have none. */
export async function listJobs(
  tables: readonly AnyTable[],
  { folder, cache, threads, quick = false, only = '' }: ListJobsOptions,
): Promise<Job[]> {
  const digestOf = createSetDigests(folder);
  const jobs = new Map<string, Job>();
  for (const { name, recipe, judged, seed, quickEpochs } of tables.flatMap(trainings)) {
    if (!name.includes(only) || !hasSet(folder, recipe.set)) continue;
    const digest = await digestOf(recipe.set);
    const experiment = quickened({ ...recipe, judged, seed, threads }, quick, quickEpochs);
    const key = trainingKey(experiment, digest);
    if (jobs.has(key) || cache.get(key) !== undefined) continue;
    jobs.set(key, { name, key, experiment, seconds: estimateSeconds(experiment) });
  }
  return [...jobs.values()].sort((a, b) => b.seconds - a.seconds);

  function trainings(table: AnyTable) {
    const few = (seeds: readonly number[]) => (quick ? seeds.slice(0, 1) : seeds);
    if (!('kind' in table)) {
      const { judged, seeds, quickEpochs } = table;
      return table.rows.flatMap(({ name, recipe }) =>
        few(seeds).map((seed) => ({
          name: `${table.name}, ${name}, seed ${seed}`,
          recipe,
          judged,
          seed,
          quickEpochs,
        })),
      );
    }
    if (table.kind !== 'paper') return [];
    const { judged, quickEpochs } = table;
    return table.rows.flatMap(({ name, runs = [] }) =>
      runs.flatMap(({ label, recipe, seeds }) =>
        few(seeds).map((seed) => ({
          ...{
            name: `${table.name}, ${name}, ${label}, seed ${seed}`,
            recipe,
            judged,
            seed,
            quickEpochs,
          },
        })),
      ),
    );
  }
}
