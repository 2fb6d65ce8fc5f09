import { type Cost, type Shape, sizeOf } from '@sig/heads';
import { decodeOnnx } from './reading/decode-onnx.js';
import { bytesOf, INT32, INT64, isWeightType } from './reading/element-types.js';
import { uncounted } from './reading/onnx-error.js';
import type { FileTensor } from './reading/onnx-file.js';
import { constantTensor } from './shapes/constants.js';
import { inferNodes } from './shapes/infer-nodes.js';
import type { NodeCall } from './shapes/node-call.js';

export interface CountOnnxCostOptions {
  /**
   * Shape of the graph's first input, for graphs that leave more open than the batch, such as
   * [1, 3, 224, 224]. An open batch is one sample.
   */
  readonly inputShape?: Shape;
}

/** Inputs that are running statistics, limits or scales of integers, and no parameters. */
const NOT_TRAINED: Readonly<Record<string, readonly number[]>> = {
  BatchNormalization: [3, 4],
  Clip: [1, 2],
  ConvInteger: [2, 3],
  DequantizeLinear: [1, 2],
  MatMulInteger: [2, 3],
  QGemm: [1, 2, 4, 5, 7, 8],
  QLinearConv: [1, 2, 4, 5, 6, 7],
  QLinearMatMul: [1, 2, 4, 5, 6, 7],
  QuantizeLinear: [1, 2],
  Resize: [1, 2, 3],
  Upsample: [1],
};

/** Where int32 numbers are weights: biases of integer products. */
const INTEGER_BIASES: Readonly<Record<string, number>> = {
  DequantizeLinear: 0,
  QGemm: 6,
  QLinearConv: 8,
};

/** Constants of these types are shapes, places and conditions. */
const UNCOUNTED_BYTES = [INT64, 9];

/**
 * Counts what one run of an ONNX file costs, from its graph alone: multiply-adds of convolutions and
 * matrix products, with their quantised kinds, as in the literature (what is done number by number,
 * pooled, normalised or summed counts nothing); parameters, the constants with axes that are floats or
 * 8-bit integers, without running statistics and scales of integers; and bytes, of all constants but
 * shapes and places. Shapes follow from the operators of image classifiers.
 *
 * @throws ModelFileError when the bytes are no ONNX file, are damaged or contradict themselves, and, with
 * the problem `not-counted`, when an operator or shape cannot be followed; the message names the node.
 * @throws RangeError when `inputShape` does not fit the graph.
 *
 * @example
 * countOnnxCost(readFileSync('resnet18.onnx')).macs; // 1814073344
 */
export function countOnnxCost(bytes: Uint8Array, { inputShape }: CountOnnxCostOptions = {}): Cost {
  const file = decodeOnnx(bytes);
  const held = new Set(file.initializers);
  const trained = new Set<FileTensor>();
  let macs = 0;
  for (const { call, macs: own = 0 } of inferNodes(file, inputShape)) {
    macs += own;
    const constant = call.node.operator === 'Constant' ? constantTensor(call) : undefined;
    if (constant) held.add(constant);
    for (const parameter of parametersOf(call)) trained.add(parameter);
  }
  const cost = {
    params: sum([...trained], ({ shape }) => sizeOf(shape)),
    macs,
    bytes: sum([...held], ({ type, shape }) =>
      UNCOUNTED_BYTES.includes(type) ? 0 : (bytesOf(type, sizeOf(shape)) ?? 0),
    ),
  };
  if (Object.values(cost).every(Number.isSafeInteger)) return cost;
  throw uncounted('they are too many');
}

/** The constants that a node takes as parameters. */
function parametersOf({ node, inputs }: NodeCall): FileTensor[] {
  // Another name is no use.
  if (node.operator === 'Identity') return [];
  return inputs.flatMap((value, at) => {
    const constant = value?.constant;
    if (constant === undefined || constant.shape.length === 0) return [];
    if (NOT_TRAINED[node.operator]?.includes(at)) return [];
    const bias = constant.type === INT32 && INTEGER_BIASES[node.operator] === at;
    return bias || isWeightType(constant.type) ? [constant] : [];
  });
}

function sum<T>(values: readonly T[], of: (value: T) => number): number {
  return values.reduce((total, value) => total + of(value), 0);
}
