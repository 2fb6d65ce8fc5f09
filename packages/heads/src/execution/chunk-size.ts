import { sizeOf } from '../layers/layer.js';
import type { Network } from '../network/network.js';

// Measured: activations of about this size stay in a core's own cache, and chunks are still large
// enough for wide dense layers.
const CHUNK_BYTES = 1 << 21;
const MULTIPLE = 8;

/** How many samples go through the layers together: as many as a core's cache holds. */
export function chunkSize({ inputShape, shapes }: Network, batch: number): number {
  const reals = [inputShape, ...shapes].reduce((sum, shape) => sum + sizeOf(shape), 0);
  const fitting = Math.floor(CHUNK_BYTES / (4 * reals * MULTIPLE)) * MULTIPLE;
  return Math.min(batch, Math.max(2 * MULTIPLE, fitting));
}
