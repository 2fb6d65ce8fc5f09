import type { Layer, Shape } from '../layers/layer.js';

/** What a network costs. */
export interface Cost {
  /** Trainable numbers. */
  readonly params: number;
  /** Multiply-adds for one sample, of the layers alone. */
  readonly macs: number;
  /** Size of the weights in float32. */
  readonly bytes: number;
}

/** Counts parameters and multiply-adds from the layers. */
export function countCost(_layers: readonly Layer[], _inputShape: Shape): Cost {
  throw new Error('not there yet');
}
