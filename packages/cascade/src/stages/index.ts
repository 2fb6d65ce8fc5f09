export { cascadeCosts } from './cascade-costs.js';
export { type FunctionStageOptions, functionStage } from './function-stage.js';
export { largestResolution } from './largest-resolution.js';
export { type NetworkStageOptions, networkStage } from './network-stage.js';
export {
  type OnnxRuntime,
  type OnnxSession,
  type OnnxStageOptions,
  type OnnxTensor,
  onnxStage,
} from './onnx-stage.js';
export type { Stage, StageFeatures } from './stage.js';
