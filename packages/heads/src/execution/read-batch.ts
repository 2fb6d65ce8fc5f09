import { seededRandom } from '@sig/kernels/random';
import { mixSeed } from '../random/mix-seed.js';
import type { Dataset } from '../training/dataset.js';
import type { Runtime } from './runtime.js';

/**
 * Reads samples into the batch with their labels. With an augmentation seed each sample gets its own
 * random numbers, which do not depend on its place.
 */
export function readBatch(
  { engine, batch }: Runtime,
  dataset: Dataset,
  indices: Int32Array,
  augmentationSeed?: number,
): void {
  for (const [place, index] of indices.entries()) {
    const random =
      augmentationSeed === undefined ? undefined : seededRandom(mixSeed(augmentationSeed, index));
    batch.read(place, dataset, index, random);
  }
  // After the reads: a dataset that allocates may have moved the memory's views.
  const labels = engine.int32At(batch.labels, indices.length);
  const classes = dataset.classes.length;
  const targets = engine.realsAt(batch.targets, indices.length * classes);
  for (const [place, index] of indices.entries()) {
    labels[place] = dataset.labels[index];
    if (!batch.targets) continue;
    dataset.readTarget?.(index, targets.subarray(place * classes, (place + 1) * classes));
  }
}
