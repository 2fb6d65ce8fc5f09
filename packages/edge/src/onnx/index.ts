export { countGraphCost } from './count-graph-cost.js';
export { encodeOnnx } from './encode-onnx.js';
export type {
  OnnxAttribute,
  OnnxConstant,
  OnnxData,
  OnnxElement,
  OnnxGraph,
  OnnxNode,
  OnnxValue,
} from './graph.js';
