import { conv1d } from '../layers/conv1d.js';
import { dense } from '../layers/dense.js';
import { dropout as dropoutLayer } from '../layers/dropout.js';
import type { Layer, Shape } from '../layers/layer.js';
import { layerNorm } from '../layers/layer-norm.js';
import { maxPool1d } from '../layers/max-pool1d.js';
import { multiHeadAttention } from '../layers/multi-head-attention.js';
import { residual } from '../layers/residual.js';
import { sequencePool } from '../layers/sequence-pool.js';

export interface TransformerHeadOptions {
  /** Filters of the two convolutions; the second is the width of a token ([32, 64]). */
  filters?: readonly [number, number];
  /** Positions that a filter sees (3). */
  size?: number;
  /** Positions that a pool joins (3). */
  pool?: number;
  /** Transformer layers (1). */
  layers?: number;
  /** Heads of each attention (8). */
  heads?: number;
  /** Length of a query, a key and a value in each head (64). */
  keySize?: number;
  /** Units of the hidden layer (50). */
  hidden?: number;
  /** Rate before the output layer (0.4). */
  dropout?: number;
}

/**
 * The transformer head of ImageSig: the convolutions of `cnn1dHead` → transformer layers → layerNorm
 * → sequencePool → dense 50 ReLU → dropout 0.4 → dense classes, over features [streams, words]. A
 * transformer layer is residual(layerNorm → attention of 8 heads) → residual(layerNorm → two dense
 * layers with ReLU on each token, as convolutions of size 1).
 *
 * The paper speaks of 50 transformer layers; its 162,553 parameters are exactly one.
 *
 * @throws RangeError when the shape is not [streams, words] or has too few streams for two pools.
 *
 * @example
 * countCost(transformerHead([64, 120], 2), [64, 120]).params; // 162553
 */
export function transformerHead(
  shape: Shape,
  classes: number,
  options: TransformerHeadOptions = {},
): Layer[] {
  const { filters = [32, 64], size = 3, pool = 3, layers = 1, heads = 8, keySize = 64 } = options;
  const { hidden = 50, dropout = 0.4 } = options;
  if (!Number.isInteger(layers) || layers < 1) {
    throw new RangeError(`transformerHead: layers must be a positive integer, got ${layers}`);
  }
  // The shortest sequence that leaves one position at the end.
  const least = (size - 1 + pool) * pool + size - 1;
  if (shape.length !== 2 || shape[0] < least) {
    throw new RangeError(
      `transformerHead takes features [streams, words] of at least ${least} streams, got [${shape}]`,
    );
  }
  const perToken = (): Layer => conv1d(filters[1], { size: 1, activation: 'relu' });
  return [
    ...filters.flatMap((count) => [conv1d(count, { size, activation: 'relu' }), maxPool1d(pool)]),
    ...Array.from({ length: layers }, () => [
      residual([layerNorm(), multiHeadAttention(heads, { keySize })]),
      residual([layerNorm(), perToken(), perToken()]),
    ]).flat(),
    layerNorm(),
    sequencePool(),
    dense(hidden, { activation: 'relu' }),
    dropoutLayer(dropout),
    dense(classes),
  ];
}
