import { dense } from '../layers/dense.js';
import { dropout as dropoutLayer } from '../layers/dropout.js';
import { flatten } from '../layers/flatten.js';
import type { Layer, Shape } from '../layers/layer.js';

export interface FcHeadOptions {
  /** Units of the hidden layer (50). */
  hidden?: number;
  /** Rate before the output layer (0.4). */
  dropout?: number;
}

/**
 * The FC head of ImageSig: flatten → dense 50 ReLU → dropout 0.4 → dense classes. On raw pixels
 * [64, 64, 3] it is the paper's base model.
 *
 * @throws RangeError for classes, hidden or dropout out of range.
 *
 * @example
 * countCost(fcHead([64, 120], 2), [64, 120]).params; // 384152
 */
export function fcHead(_shape: Shape, classes: number, options: FcHeadOptions = {}): Layer[] {
  const { hidden = 50, dropout = 0.4 } = options;
  return [flatten(), dense(hidden, { activation: 'relu' }), dropoutLayer(dropout), dense(classes)];
}
