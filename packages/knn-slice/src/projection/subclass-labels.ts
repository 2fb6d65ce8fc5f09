import type { Engine } from '@sig/kernels';
import { clusterSamples } from '../prototypes/cluster-samples.js';
import { nearestReference } from '../prototypes/nearest-reference.js';
import type { FeatureSamples } from './feature-samples.js';
import { rowsAt } from './rows-at.js';

// Lloyd's steps: the discriminants hardly change with the last ones.
const ITERATIONS = 10;

/** The subclass of each sample, from 0 to classes · count - 1: the k-means of each class by itself. */
export async function subclassLabels(
  engine: Engine,
  { features, labels }: FeatureSamples,
  { classes, count, seed }: { classes: number; count: number; seed: number },
): Promise<Int32Array> {
  const width = features.length / labels.length;
  const found = new Int32Array(labels.length);
  for (let label = 0; label < classes; label++) {
    const places: number[] = [];
    for (let row = 0; row < labels.length; row++) if (labels[row] === label) places.push(row);
    if (places.length === 0) continue;
    const own = rowsAt(features, places, width);
    const clusters = { count: Math.min(count, places.length), iterations: ITERATIONS };
    const options = { ...clusters, seed: seed + label };
    const { centroids } = await clusterSamples(engine, own, width, options);
    const { indices } = await nearestReference(engine, centroids, own, width);
    for (const [at, row] of places.entries()) found[row] = label * count + indices[at];
  }
  return found;
}
