export { classify } from './classify.js';
export { type Ballot, countVotes } from './count-votes.js';
export { type CreateKnnOptions, createKnn } from './create-knn.js';
export {
  type FindIntegerNeighboursOptions,
  findIntegerNeighbours,
} from './find-integer-neighbours.js';
export {
  type FindNeighboursOptions,
  findNeighbours,
  type NeighbourSearch,
} from './find-neighbours.js';
export type { Knn, Neighbours, Vote } from './knn.js';
export { type MlKnnClass, mlKnn } from './ml-knn.js';
export { type IntegerKnn, quantizeKnn } from './quantize-knn.js';
export { type KnnTensors, knnFromTensors, knnToTensors } from './tensors.js';
export type { EngineChoice } from './with-engine.js';
