export { createModelNetwork } from './create-model-network.js';
export { decodeModel } from './decode-model.js';
export { encodeModel } from './encode-model.js';
export type { ClassifierModel, JsonValue, SavedModel, TrainingSummary } from './model.js';
