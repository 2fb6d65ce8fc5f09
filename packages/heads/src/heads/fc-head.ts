import type { Layer, Shape } from '../layers/layer.js';

export interface FcHeadOptions {
  hidden?: number;
  dropout?: number;
}

/** flatten → dense 50 ReLU → dropout 0.4 → dense classes. */
export function fcHead(_shape: Shape, _classes: number, _options: FcHeadOptions = {}): Layer[] {
  throw new Error('not there yet');
}
