import { errorRate, type Fitness, softVotes, voteMargin } from '@sig/knn-slice';
import { UsageError } from '../errors.js';
import { importModule } from '../model/import-module.js';

const known = { soft: softVotes, margin: voteMargin, error: errorRate } as const;

export type FitnessName = keyof typeof known;

export const fitnessNames = Object.keys(known) as readonly FitnessName[];

/** A fitness by its name, or the export `fitness` of a module. */
export async function loadFitness(name: string): Promise<Fitness> {
  if (isName(name)) return known[name];
  if (!/[./\\]/.test(name)) {
    throw new UsageError(
      `--fitness must be one of ${fitnessNames.join(', ')} or a module such as ./my-fitness.mjs, got ${name}`,
    );
  }
  const { fitness } = await importModule('--fitness', name);
  if (isFitness(fitness)) return fitness;
  throw new UsageError(
    `--fitness ${name} must export fitness, a function of the neighbours to a number`,
  );
}

function isName(name: string): name is FitnessName {
  return Object.hasOwn(known, name);
}

function isFitness(value: unknown): value is Fitness {
  return typeof value === 'function';
}
