export { type Conv1dOptions, conv1d } from './conv1d.js';
export { type DenseOptions, dense } from './dense.js';
export { dropout } from './dropout.js';
export { flatten } from './flatten.js';
export {
  type Initializer,
  type Layer,
  type LayerCall,
  type LayerGradientCall,
  type LayerOptions,
  type Parameter,
  type Shape,
  sizeOf,
} from './layer.js';
export { maxPool1d } from './max-pool1d.js';
export { relu } from './relu.js';
