export type { ModelFileProblem } from '../model-file-error.js';
export { ModelFileError } from '../model-file-error.js';
export { type CountOnnxCostOptions, countOnnxCost } from '../onnx/count-onnx-cost.js';
export { createStagedClassifier, type StagedClassifier } from './create-staged-classifier.js';
export {
  type LoadedMobileNet,
  type LoadMobileNetOptions,
  loadMobileNet,
  type OnnxRuntime,
} from './load-mobile-net.js';
export {
  type Lap,
  type MeasureInTurnsOptions,
  type Measurement,
  measureInTurns,
  type Task,
} from './measure-in-turns.js';
export { type SyntheticImage, syntheticImage } from './synthetic-image.js';
export { framesPerSecond, type Timing, timingOf } from './timing.js';
