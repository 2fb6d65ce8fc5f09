import type { Layer, Shape } from '../layers/layer.js';

export interface Cnn1dHeadOptions {
  /** Filters of the two convolutions ([32, 64]). */
  filters?: readonly [number, number];
  /** Points a filter sees (3). */
  size?: number;
  /** Positions a pool takes (3). */
  pool?: number;
  hidden?: number;
  dropout?: number;
}

/** Two blocks of conv1d ReLU and maxPool1d, then flatten → dense 50 ReLU → dropout 0.4 → dense classes. */
export function cnn1dHead(
  _shape: Shape,
  _classes: number,
  _options: Cnn1dHeadOptions = {},
): Layer[] {
  throw new Error('not there yet');
}
