import { dense } from '@sig/heads';
import type { Projection } from '../projection/projection.js';
import type { WeighedLayer } from './append-layers.js';

/** A projection as a dense layer. */
export function projectionLayer({ weight, bias }: Projection): WeighedLayer {
  return { layer: dense(bias.length), weights: { kernel: weight, bias } };
}
