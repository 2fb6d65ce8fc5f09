import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createParticleSwarm, type Strategy } from '@sig/evo';
import type { Network } from '@sig/heads';
import {
  createFeatureNet,
  type EvolutionState,
  type EvolveOptions,
  evolve,
  ONE_PIXEL_SHIFTS,
} from '@sig/knn-slice';
import { writeWhole } from '../files/write-whole.js';
import type { ReadDigits } from './digit-counts.js';
import type { EvolvedFilters, Neighbourhood } from './digit-experiment.js';
import type { RunDigitsOptions } from './run-digit-experiment.js';

/** Filters that are evolved, and the k-NN that judges them meanwhile. */
export interface FilterEvolution extends EvolvedFilters {
  readonly neighbourhood: Neighbourhood;
  readonly seed: number;
  readonly threads: number;
}

/** What is kept of an evolution, to go on with. */
interface Kept {
  readonly state: EvolutionState;
  readonly seconds: number;
}

/** Share of the training digits that an honest fitness is measured on; the references are the others. */
const HELD_OUT = 0.25;
/** Fitness evaluations of a filter. */
const EVALUATIONS = 84;

/**
 * Evolves the second convolution of a random feature net, filter by filter, on the first 4,000 training
 * digits until its time is up; it goes on from what is kept of it in the folder.
 */
export async function evolveFilters(
  evolution: FilterEvolution,
  readDigits: ReadDigits,
  { folder, onNote }: Pick<RunDigitsOptions, 'folder' | 'onNote'>,
): Promise<{ network: Network; seconds: number }> {
  const { protocol, neighbourhood, seconds, seed, threads } = evolution;
  const { train, test } = await readDigits('4000/1000');
  const given = createFeatureNet({ seed });
  const file = join(folder, `evolved-${keyOf(evolution)}.json`);
  const kept: Kept | undefined = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : undefined;
  const before = kept?.seconds ?? 0;
  if (kept && before >= seconds) {
    return { network: createFeatureNet({ weights: kept.state.weights }), seconds: before };
  }
  const begun = performance.now();
  const spent = (): number => before + (performance.now() - begun) / 1000;
  const keep = (state: EvolutionState): void =>
    writeWhole(file, `${JSON.stringify({ state, seconds: spent() } satisfies Kept)}\n`);
  const { network, state } = await evolve(given, train, {
    threads,
    seed,
    k: neighbourhood.k,
    layers: 'last',
    rounds: 1000,
    evaluations: EVALUATIONS,
    seconds: seconds - before,
    fitnessSet: protocol === 'honest' ? { share: HELD_OUT } : test,
    strategy: STRATEGIES[evolution.strategy],
    discriminants: neighbourhood.projection && {
      ...neighbourhood.projection,
      shifts: neighbourhood.shifts === 9 ? ONE_PIXEL_SHIFTS : undefined,
    },
    state: kept?.state,
    onUnit(report, next) {
      keep(next);
      onNote?.(
        `round ${report.round + 1}, filter ${report.filter + 1}: fitness ${report.before.toFixed(5)} to ${report.after.toFixed(5)}, ${spent().toFixed(0)} s`,
      );
    },
  });
  keep(state);
  return { network, seconds: spent() };
}

/** CMA-ES is what `evolve` makes by itself. */
const STRATEGIES: Record<EvolvedFilters['strategy'], EvolveOptions['strategy']> = {
  'cma-es': undefined,
  pso: (start: Float64Array, seed: number): Strategy => {
    const length = Math.sqrt(start.reduce((sum, value) => sum + value * value, 0) / start.length);
    return createParticleSwarm({ start, sigma: length / 2, seed, populationSize: 21 });
  },
};

function keyOf(evolution: FilterEvolution): string {
  return createHash('sha256').update(JSON.stringify(evolution)).digest('hex').slice(0, 16);
}
