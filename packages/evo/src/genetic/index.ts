export {
  blendCrossover,
  pointCrossover,
  simulatedBinaryCrossover,
  uniformCrossover,
} from './crossovers.js';
export { type GaussianMutationOptions, gaussianMutation, resetMutation } from './mutations.js';
export type { Crossover, Mutation, MutationContext, Selection } from './operators.js';
export { rankSelection, tournamentSelection, truncationSelection } from './selections.js';
