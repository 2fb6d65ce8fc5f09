import { conv1d } from '../layers/conv1d.js';
import { dense } from '../layers/dense.js';
import { dropout } from '../layers/dropout.js';
import { flatten } from '../layers/flatten.js';
import { gelu } from '../layers/gelu.js';
import { layerNorm } from '../layers/layer-norm.js';
import { maxPool1d } from '../layers/max-pool1d.js';
import { multiHeadAttention } from '../layers/multi-head-attention.js';
import { relu } from '../layers/relu.js';
import { residual } from '../layers/residual.js';
import { sequencePool } from '../layers/sequence-pool.js';
import { softmax } from '../layers/softmax.js';
import {
  activationIn,
  type LayerFactory,
  layersIn,
  numberIn,
  optionalNumberIn,
} from './layer-factory.js';

/** How each built-in layer is made from its JSON. */
export const builtInLayers: Readonly<Record<string, LayerFactory>> = {
  conv1d: (options) =>
    conv1d(numberIn('conv1d', options, 'filters'), {
      size: numberIn('conv1d', options, 'size'),
      activation: activationIn('conv1d', options),
    }),
  dense: (options) =>
    dense(numberIn('dense', options, 'units'), { activation: activationIn('dense', options) }),
  dropout: (options) => dropout(numberIn('dropout', options, 'rate')),
  flatten,
  gelu,
  layerNorm: (options) => layerNorm({ epsilon: numberIn('layerNorm', options, 'epsilon') }),
  maxPool1d: (options) => maxPool1d(numberIn('maxPool1d', options, 'size')),
  multiHeadAttention: (options) =>
    multiHeadAttention(numberIn('multiHeadAttention', options, 'heads'), {
      keySize: optionalNumberIn('multiHeadAttention', options, 'keySize'),
    }),
  relu,
  residual: (options, layersOf) => residual(layersOf(layersIn('residual', options))),
  sequencePool,
  softmax,
};
