export { type Conv1dOptions, conv1d } from './conv1d.js';
export { type DenseOptions, dense } from './dense.js';
export { dropout } from './dropout.js';
export { flatten } from './flatten.js';
export { gelu } from './gelu.js';
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
export { type MultiHeadAttentionOptions, multiHeadAttention } from './multi-head-attention.js';
export { relu } from './relu.js';
export { residual } from './residual.js';
export { sequencePool } from './sequence-pool.js';
export { softmax } from './softmax.js';
