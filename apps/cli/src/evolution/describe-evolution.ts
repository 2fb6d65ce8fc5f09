import { readFileSync } from 'node:fs';
import type { ImageSet } from '@sig/image-paths';
import { version } from '../../package.json';
import { digest } from '../files/digest.js';
import type { EvolveCommandOptions } from '../options/evolve-options.js';
import type { EvolutionImages } from './evolution-images.js';
import { fitnessNames } from './load-fitness.js';

/** What the weights that are found depend on, as texts by name. */
export function describeEvolution(
  options: EvolveCommandOptions,
  { train, test }: EvolutionImages,
): Record<string, string> {
  const { strategy, mode, unit, layers, rounds, fitness, judge, validation } = options;
  const { budget, generations, population, sigma, bounds, k, filters, seed, threads } = options;
  const { discriminants, shifts } = options;
  const own = !fitnessNames.some((name) => name === fitness);
  const described = {
    '--strategy': strategy,
    '--mode': mode,
    '--unit': unit,
    '--layers': layers,
    '--rounds': rounds,
    '--fitness': fitness,
    '--judge': judge,
    '--validation': judge === 'split' ? validation : undefined,
    '--budget': generations === undefined ? budget : undefined,
    '--generations': generations,
    '--population': population,
    '--sigma': sigma,
    '--bounds': bounds && `${bounds.lower},${bounds.upper}`,
    '--k': k,
    '--discriminants': discriminants ? discriminants.subclasses : 'no',
    '--shrinkage': discriminants?.shrinkage,
    '--shifts': discriminants && shifts,
    '--filters': filters.join(','),
    '--seed': seed,
    '--threads': threads,
    'the version of sig': version,
    'the digest of the training images': digestOf(train),
    'the digest of the test images': judge === 'as-published' ? test && digestOf(test) : undefined,
    'the digest of the fitness': own ? digest(readFileSync(fitness)) : undefined,
  };
  return Object.fromEntries(
    Object.entries(described).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  );
}

function digestOf({ width, height, pixels, labels }: ImageSet): string {
  return digest(`${width}x${height}`, pixels, new Uint8Array(labels.slice().buffer));
}
