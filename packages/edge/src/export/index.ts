export { exportOnnx } from './onnx/export-onnx.js';
