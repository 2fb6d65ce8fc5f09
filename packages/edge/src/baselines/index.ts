export * from '../onnx/index.js';
export { type MobileNetOptions, mobileNet } from './mobile-net.js';
export { type MobileNetV2Options, mobileNetV2 } from './mobile-net-v2.js';
export { type ResNetOptions, resNet } from './res-net.js';
export { type VggOptions, vgg16 } from './vgg.js';
export { type VisionTransformerOptions, visionTransformer } from './vision-transformer.js';
