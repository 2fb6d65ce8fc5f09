export type {
  Initializer,
  Layer,
  LayerCall,
  LayerGradientCall,
  LayerOptions,
  Parameter,
  Shape,
} from './layer.js';
