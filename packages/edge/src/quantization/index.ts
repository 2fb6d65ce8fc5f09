export { type CalibrateOptions, calibrate } from './calibrate.js';
export { decodeFloat16 } from './decode-float16.js';
export { encodeFloat16 } from './encode-float16.js';
export { equalizeChannels } from './equalize-channels.js';
export { foldBatchNorm } from './fold-batch-norm.js';
export { productLayers } from './product-layers.js';
export type {
  ActivationQuantization,
  Quantization,
  QuantizationMode,
  QuantizedKernel,
} from './quantization.js';
export { activationQuantization, quantizeActivation } from './quantize-activation.js';
export { dequantizeKernel, quantizeKernel } from './quantize-kernel.js';
export { type QuantizeModelOptions, quantizeModel } from './quantize-model.js';
export { roundHalfEven } from './round-half-even.js';
