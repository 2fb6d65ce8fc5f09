export * from '../onnx/index.js';
export { type MobileNetV2Options, mobileNetV2 } from './mobile-net-v2.js';
export { type ResNetOptions, resNet } from './res-net.js';
