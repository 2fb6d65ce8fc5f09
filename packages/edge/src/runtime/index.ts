export type { ModelFileProblem } from '../model-file-error.js';
export { ModelFileError } from '../model-file-error.js';
export {
  type Classifier,
  type CreateClassifierOptions,
  createClassifier,
  type ModelBytes,
} from './create-classifier.js';
export type { ImageSource, Pixels } from './image/image-source.js';
export type { OwnLayer, OwnLayerParts, OwnLayers, PlannedLayer } from './own-layer.js';
export type { Prediction } from './prediction.js';
