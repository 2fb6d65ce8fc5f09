export {
  type ClusterClassesOptions,
  type ClusteredPrototypes,
  clusterClasses,
} from './cluster-classes.js';
export { type CondenseOptions, condense } from './condense.js';
export {
  type LearnedPrototypes,
  type LearnPrototypesOptions,
  learnPrototypes,
} from './learn-prototypes.js';
export type { PrototypeBudget } from './prototype-budget.js';
export {
  engineBytes,
  netBytes,
  type PrototypeShape,
  prototypeBytes,
  type Storage,
} from './prototype-bytes.js';
export { prototypeSimilarity } from './prototype-similarity.js';
export type { Prototypes } from './prototypes.js';
export { scoreByPrototypes } from './score-by-prototypes.js';
