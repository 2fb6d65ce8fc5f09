import type { ImageSet } from '@sig/image-paths';
import { requireInteger } from '../arguments/require-integer.js';

export interface BatchOptions {
  /** Images at a time (256). */
  readonly batch?: number;
  /** Called after each batch with the images done so far. */
  readonly onBatch?: (done: number, count: number) => void;
  /** Where it is aborted, the promise is rejected with its reason. */
  readonly signal?: AbortSignal;
}

/** Does something with one batch of a set after the other. */
export async function forBatches(
  images: ImageSet,
  { batch = 256, onBatch, signal }: BatchOptions,
  work: (part: ImageSet, start: number) => Promise<void>,
): Promise<void> {
  requireInteger('batch', batch, 1);
  const size = images.width * images.height * images.channels;
  for (let start = 0; start < images.count; start += batch) {
    signal?.throwIfAborted();
    const end = Math.min(images.count, start + batch);
    const pixels = images.pixels.subarray(start * size, end * size);
    const labels = images.labels.subarray(start, end);
    await work({ ...images, count: end - start, pixels, labels }, start);
    onBatch?.(end, images.count);
  }
}
