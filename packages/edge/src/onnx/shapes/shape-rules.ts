import { axisRules } from './axes.js';
import { constantRules } from './constants.js';
import { arithmetic, cast, elementwise, identity, sameShape } from './elementwise.js';
import { growthRules } from './growth.js';
import { type ShapeRule, shaped } from './node-call.js';
import { partRules } from './parts.js';
import { gemm, matMul } from './products.js';
import { argReduction, reduction } from './reductions.js';
import { convolution, globalPool, pool, transposedConvolution } from './windows.js';

/** One rule for many operators. */
function each(rule: ShapeRule, operators: string): Record<string, ShapeRule> {
  return Object.fromEntries(operators.split(/\s+/).map((operator) => [operator, rule]));
}

const quantizeDynamically: ShapeRule = (call) => {
  const number = { shape: [] };
  return { outputs: [call.input(0), number, number].map(({ shape }) => ({ shape })) };
};

/** QLinearAdd and QLinearMul: numbers, scale and zero point of one input, then of the other. */
const quantizedPair: ShapeRule = (call) =>
  elementwise()({
    ...call,
    node: { ...call.node, inputs: ['a', 'b'] },
    input: (at) => call.input(3 * at),
  });

/** QLinearConcat: scale and zero point of the output, then three inputs for each part. */
const quantizedConcat: ShapeRule = (call) => {
  const count = Math.floor((call.node.inputs.length - 2) / 3);
  const inputs = Array.from({ length: count }, (_, at) => call.node.inputs[2 + 3 * at]);
  return axisRules.Concat({
    ...call,
    node: { ...call.node, inputs },
    input: (at) => call.input(2 + 3 * at),
  });
};

const standard: Readonly<Record<string, ShapeRule>> = {
  ...each(
    sameShape,
    `Abs Acos Acosh Asin Asinh Atan Atanh BatchNormalization BitwiseNot Celu Clip Cos Cosh CumSum
    DequantizeLinear Dropout Elu Erf Exp Gelu GroupNormalization HardSigmoid HardSwish Hardmax
    InstanceNormalization IsInf IsNaN LRN LayerNormalization LeakyRelu Log LogSoftmax LpNormalization
    MeanVarianceNormalization Mish Neg Not PRelu QuantizeLinear RMSNormalization Reciprocal Relu Round
    ScatterElements ScatterND Selu Shrink Sigmoid Sign Sin Sinh Softmax Softplus Softsign Sqrt Swish Tan
    Tanh ThresholdedRelu Trilu`,
  ),
  ...each(
    elementwise(),
    'And BitShift BitwiseAnd BitwiseOr BitwiseXor Greater GreaterOrEqual Less LessOrEqual Mean Mod Or Pow Sum Xor',
  ),
  ...arithmetic,
  ...axisRules,
  ...constantRules,
  ...growthRules,
  ...partRules,
  ...each(
    reduction,
    `ReduceL1 ReduceL2 ReduceLogSum ReduceLogSumExp ReduceMax ReduceMean ReduceMin ReduceProd ReduceSum
    ReduceSumSquare`,
  ),
  ...each(argReduction, 'ArgMax ArgMin'),
  ...each(pool, 'AveragePool LpPool MaxPool'),
  ...each(globalPool, 'GlobalAveragePool GlobalLpPool GlobalMaxPool'),
  Cast: cast,
  CastLike: (call) => shaped(call.input(0).shape),
  Conv: convolution(1),
  ConvInteger: convolution(1),
  ConvTranspose: transposedConvolution,
  DynamicQuantizeLinear: quantizeDynamically,
  Gemm: gemm(1),
  Identity: identity,
  MatMul: matMul(1),
  MatMulInteger: matMul(1),
  QLinearConv: convolution(3),
  QLinearMatMul: matMul(3),
};

/** Operators that onnxruntime puts into files which it has quantised or fused. */
const contributed: Readonly<Record<string, ShapeRule>> = {
  ...each(
    sameShape,
    'BiasGelu FastGelu Gelu QLinearLeakyRelu QLinearSigmoid QLinearSoftmax QuickGelu',
  ),
  ...each(sameShape, 'DequantizeLinear QuantizeLinear'),
  FusedConv: convolution(1),
  QGemm: gemm(3),
  QLinearAdd: quantizedPair,
  QLinearAveragePool: pool,
  QLinearConcat: quantizedConcat,
  QLinearGlobalAveragePool: globalPool,
  QLinearMul: quantizedPair,
};

/** How each operator makes the shapes of its outputs, by the domain of its name. */
export const shapeRules: ReadonlyMap<string, Readonly<Record<string, ShapeRule>>> = new Map([
  ['', standard],
  ['ai.onnx', standard],
  ['com.microsoft', contributed],
]);
