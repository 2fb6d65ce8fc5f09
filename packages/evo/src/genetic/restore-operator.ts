import {
  blendCrossover,
  pointCrossover,
  simulatedBinaryCrossover,
  uniformCrossover,
} from './crossovers.js';
import { gaussianMutation, resetMutation } from './mutations.js';
import type { Crossover, Mutation, Selection } from './operators.js';
import { rankSelection, tournamentSelection, truncationSelection } from './selections.js';

/** The plain fields of all operators. */
type Fields = Partial<
  Record<
    'size' | 'pressure' | 'share' | 'points' | 'rate' | 'alpha' | 'eta' | 'scale' | 'step',
    number
  >
>;

type Makers<Operator> = Readonly<Record<string, (fields: Fields) => Operator>>;

const selections: Makers<Selection> = {
  tournament: tournamentSelection,
  rank: rankSelection,
  truncation: truncationSelection,
};

const crossovers: Makers<Crossover> = {
  point: pointCrossover,
  uniform: uniformCrossover,
  blend: blendCrossover,
  'simulated-binary': simulatedBinaryCrossover,
};

const mutations: Makers<Mutation> = { gaussian: gaussianMutation, reset: resetMutation };

/** The operator itself, or the one made anew from the fields that JSON has kept of it. */
export function restoreSelection(given: Selection): Selection {
  return restore('selection', given, typeof given.select === 'function', selections);
}

/** As `restoreSelection`. */
export function restoreCrossover(given: Crossover): Crossover {
  return restore('crossover', given, typeof given.cross === 'function', crossovers);
}

/** As `restoreSelection`. */
export function restoreMutation(given: Mutation): Mutation {
  return restore('mutation', given, typeof given.mutate === 'function', mutations);
}

function restore<Operator extends { readonly name: string }>(
  role: string,
  given: Operator,
  isWhole: boolean,
  known: Makers<Operator>,
): Operator {
  if (isWhole) return given;
  if (Object.hasOwn(known, given.name)) return known[given.name](given as Fields);
  throw new TypeError(
    `the ${role} '${given.name}' must be given to strategyFrom, for it is none of ${Object.keys(known).join(', ')}`,
  );
}
