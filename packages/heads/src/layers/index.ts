export { avgPool2d } from './avg-pool2d.js';
export { type BatchNormOptions, batchNorm } from './batch-norm.js';
export { type Conv1dOptions, conv1d } from './conv1d.js';
export { type Conv2dOptions, conv2d } from './conv2d.js';
export { type DenseOptions, dense } from './dense.js';
export { type DepthwiseConv2dOptions, depthwiseConv2d } from './depthwise-conv2d.js';
export { dropout } from './dropout.js';
export { flatten } from './flatten.js';
export { gelu } from './gelu.js';
export { globalAvgPool2d } from './global-avg-pool2d.js';
export {
  type Initializer,
  type Layer,
  type LayerCall,
  type LayerDescription,
  type LayerGradientCall,
  type LayerOptions,
  type Parameter,
  type Shape,
  sizeOf,
} from './layer.js';
export { type LayerNormOptions, layerNorm } from './layer-norm.js';
export { maxPool1d } from './max-pool1d.js';
export { maxPool2d } from './max-pool2d.js';
export { type MultiHeadAttentionOptions, multiHeadAttention } from './multi-head-attention.js';
export { parameterName } from './parameter-name.js';
export { relu } from './relu.js';
export { reshape } from './reshape.js';
export { residual } from './residual.js';
export { type SequencePoolOptions, sequencePool } from './sequence-pool.js';
export { type SignatureFieldOptions, signatureField } from './signature-field.js';
export { softmax } from './softmax.js';
export { tanh } from './tanh.js';
export type { WindowOptions } from './window-options.js';
