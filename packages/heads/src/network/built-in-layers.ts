import { avgPool2d } from '../layers/avg-pool2d.js';
import { batchNorm } from '../layers/batch-norm.js';
import { conv1d } from '../layers/conv1d.js';
import { conv2d } from '../layers/conv2d.js';
import { dense } from '../layers/dense.js';
import { depthwiseConv2d } from '../layers/depthwise-conv2d.js';
import { dropout } from '../layers/dropout.js';
import { flatten } from '../layers/flatten.js';
import { gelu } from '../layers/gelu.js';
import { globalAvgPool2d } from '../layers/global-avg-pool2d.js';
import type { LayerOptions } from '../layers/layer.js';
import { layerNorm } from '../layers/layer-norm.js';
import { maxPool1d } from '../layers/max-pool1d.js';
import { maxPool2d } from '../layers/max-pool2d.js';
import { multiHeadAttention } from '../layers/multi-head-attention.js';
import { relu } from '../layers/relu.js';
import { reshape } from '../layers/reshape.js';
import { residual } from '../layers/residual.js';
import { type SequencePoolOptions, sequencePool } from '../layers/sequence-pool.js';
import { signatureField } from '../layers/signature-field.js';
import { softmax } from '../layers/softmax.js';
import { tanh } from '../layers/tanh.js';
import type { WindowOptions } from '../layers/window-options.js';
import {
  activationIn,
  booleanIn,
  directionIn,
  type LayerFactory,
  layersIn,
  numberIn,
  optionalNumberIn,
  shapeIn,
} from './layer-factory.js';

/** How each built-in layer is made from its JSON. */
export const builtInLayers: Readonly<Record<string, LayerFactory>> = {
  avgPool2d: (options) => avgPool2d(numberIn('avgPool2d', options, 'size')),
  batchNorm: (options) =>
    batchNorm({
      epsilon: numberIn('batchNorm', options, 'epsilon'),
      rate: numberIn('batchNorm', options, 'rate'),
    }),
  conv1d: (options) =>
    conv1d(numberIn('conv1d', options, 'filters'), {
      size: numberIn('conv1d', options, 'size'),
      activation: activationIn('conv1d', options),
    }),
  conv2d: (options) =>
    conv2d(numberIn('conv2d', options, 'filters'), {
      ...windowsIn('conv2d', options),
      activation: activationIn('conv2d', options),
      bias: booleanIn('conv2d', options, 'bias'),
    }),
  dense: (options) =>
    dense(numberIn('dense', options, 'units'), { activation: activationIn('dense', options) }),
  depthwiseConv2d: (options) =>
    depthwiseConv2d({
      ...windowsIn('depthwiseConv2d', options),
      // Architectures from before it could have one do not say.
      bias: options.bias !== undefined && booleanIn('depthwiseConv2d', options, 'bias'),
    }),
  dropout: (options) => dropout(numberIn('dropout', options, 'rate')),
  flatten,
  gelu,
  globalAvgPool2d,
  layerNorm: (options) => layerNorm({ epsilon: numberIn('layerNorm', options, 'epsilon') }),
  maxPool1d: (options) => maxPool1d(numberIn('maxPool1d', options, 'size')),
  maxPool2d: (options) => maxPool2d(numberIn('maxPool2d', options, 'size')),
  multiHeadAttention: (options) =>
    multiHeadAttention(numberIn('multiHeadAttention', options, 'heads'), {
      keySize: optionalNumberIn('multiHeadAttention', options, 'keySize'),
    }),
  relu,
  residual: (options, layersOf) => residual(layersOf(layersIn('residual', options))),
  reshape: (options) => reshape(shapeIn('reshape', options)),
  sequencePool: (options) => sequencePool(startIn(options)),
  signatureField: (options) =>
    signatureField({
      window: numberIn('signatureField', options, 'window'),
      stride: numberIn('signatureField', options, 'stride'),
      direction: directionIn('signatureField', options),
      moments: booleanIn('signatureField', options, 'moments'),
    }),
  softmax,
  tanh,
};

function startIn({ start }: LayerOptions): SequencePoolOptions {
  if (start === undefined) return {};
  if (start === 'drawn' || start === 'mean') return { start };
  throw new RangeError(`sequencePool: start must be drawn or mean, got ${start}`);
}

function windowsIn(kind: string, options: LayerOptions): Required<WindowOptions> {
  return {
    size: numberIn(kind, options, 'size'),
    stride: numberIn(kind, options, 'stride'),
    padding: numberIn(kind, options, 'padding'),
  };
}
