import { conv1d } from '../layers/conv1d.js';
import { dense } from '../layers/dense.js';
import { dropout as dropoutLayer } from '../layers/dropout.js';
import { flatten } from '../layers/flatten.js';
import type { Layer, Shape } from '../layers/layer.js';
import { maxPool1d } from '../layers/max-pool1d.js';

export interface Cnn1dHeadOptions {
  /** Filters of the two convolutions ([32, 64]). */
  filters?: readonly [number, number];
  /** Streams that a filter sees (3). */
  size?: number;
  /** Positions that a pool joins (3). */
  pool?: number;
  /** Units of the hidden layer (50). */
  hidden?: number;
  /** Rate before the output layer (0.4). */
  dropout?: number;
}

/**
 * The CNN1D head of ImageSig: conv1d 32 ReLU → maxPool1d 3 → conv1d 64 ReLU → maxPool1d 3 → flatten
 * → dense 50 ReLU → dropout 0.4 → dense classes, over features [streams, words].
 *
 * @throws RangeError when the shape is not [streams, words] or has too few streams for two blocks, or
 * when `filters` are not two counts.
 *
 * @example
 * countCost(cnn1dHead([64, 120], 2), [64, 120]).params; // 37112
 */
export function cnn1dHead(shape: Shape, classes: number, options: Cnn1dHeadOptions = {}): Layer[] {
  const { filters = [32, 64], size = 3, pool = 3, hidden = 50, dropout = 0.4 } = options;
  if (!Array.isArray(filters) || filters.length !== 2) {
    throw new RangeError(
      `cnn1dHead: filters must be two counts, such as [32, 64], got [${filters}]`,
    );
  }
  // The shortest sequence that leaves one position at the end.
  const least = (size - 1 + pool) * pool + size - 1;
  if (shape.length !== 2 || shape[0] < least) {
    throw new RangeError(
      `cnn1dHead takes features [streams, words] of at least ${least} streams, got [${shape}]`,
    );
  }
  return [
    ...filters.flatMap((count) => [conv1d(count, { size, activation: 'relu' }), maxPool1d(pool)]),
    flatten(),
    dense(hidden, { activation: 'relu' }),
    dropoutLayer(dropout),
    dense(classes),
  ];
}
