export { EvolutionError, type EvolutionState, type UnitReport } from './evolution-state.js';
export { evolve } from './evolve.js';
export type { EvolveOptions, EvolveResult } from './evolve-options.js';
export {
  errorRate,
  type Fitness,
  type JudgedNeighbours,
  softVotes,
  voteMargin,
} from './fitness.js';
export type { FitnessSet, LabelledImages } from './samples.js';
