export type { Features } from '@sig/kernels';
export { attendedPlaces } from './heads/attended-places.js';
export { type Cnn1dHeadOptions, cnn1dHead } from './heads/cnn1d-head.js';
export { type Cost, countCost } from './heads/count-cost.js';
export { type FcHeadOptions, fcHead } from './heads/fc-head.js';
export { type FieldHeadOptions, fieldHead, SMALL_FIELD_WIDTHS } from './heads/field-head.js';
export {
  type Activations,
  type LearnedFieldFeatures,
  learnedFieldFeatures,
} from './heads/learned-field-features.js';
export { type LearnedFieldHeadOptions, learnedFieldHead } from './heads/learned-field-head.js';
export { type LearnedFieldPreset, learnedFieldPresets } from './heads/learned-field-presets.js';
export { type SeparableHeadOptions, separableHead } from './heads/separable-head.js';
export { type TransformerHeadOptions, transformerHead } from './heads/transformer-head.js';
export * from './layers/index.js';
export * from './metrics/index.js';
export {
  type ArchitectureJSON,
  architectureToJSON,
  layersFromJSON,
} from './network/architecture.js';
export {
  type CreateNetworkOptions,
  createNetwork,
  networkModules,
} from './network/create-network.js';
export { frontOf } from './network/front-of.js';
export { identityStandardisation } from './network/identity-standardisation.js';
export type { LayerFactory } from './network/layer-factory.js';
export type { Network, NetworkParameter, Standardisation } from './network/network.js';
export { standardisedColumns } from './network/standardised-columns.js';
export { createPredictor, type Predictor } from './prediction/create-predictor.js';
export { type PredictOptions, predict } from './prediction/predict.js';
export { balancedClassWeights } from './training/balanced-class-weights.js';
export type { BestEpoch, Checkpoint, Reals } from './training/checkpoint.js';
export type { Dataset } from './training/dataset.js';
export { type DistilledTargetsOptions, distilledTargets } from './training/distilled-targets.js';
export { DivergenceError } from './training/divergence-error.js';
export { fit } from './training/fit.js';
export type {
  BatchReport,
  EarlyStoppingOptions,
  EpochReport,
  FitOptions,
  FitResult,
} from './training/fit-options.js';
export { type StratifiedSplit, stratifiedSplit } from './training/stratified-split.js';
export {
  type TrainingLength,
  type TrainingLengthOptions,
  trainingLength,
} from './training/training-length.js';
