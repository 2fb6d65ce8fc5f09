import type { Engine } from '@sig/kernels';
import { seededRandom } from '@sig/kernels/random';
import { nearestReference } from './nearest-reference.js';

export interface ClusterOptions {
  /** Centroids, at most the samples. */
  count: number;
  iterations: number;
  seed: number;
}

/** Centroids and how well they stand for the samples. */
export interface Clusters {
  /** [count, width] */
  readonly centroids: Float32Array;
  /** The sum of squared distances to the nearest centroid, before each step and at the end. */
  readonly inertia: readonly number[];
}

/**
 * k-means of rows [samples, width]: Lloyd's algorithm (1982, "Least squares quantization in PCM") from
 * k-means++ seeds (Arthur & Vassilvitskii 2007, "k-means++: The Advantages of Careful Seeding"). It ends
 * where no sample changes its centroid; a centroid without samples stays where it was.
 */
export async function clusterSamples(
  engine: Engine,
  rows: Float32Array,
  width: number,
  { count, iterations, seed }: ClusterOptions,
): Promise<Clusters> {
  const samples = rows.length / width;
  let centroids = seedCentroids(rows, width, count, seededRandom(seed));
  const inertia: number[] = [];
  let before: Int32Array | undefined;
  for (let iteration = 0; ; iteration++) {
    const { indices, distances } = await nearestReference(engine, centroids, rows, width);
    inertia.push(distances.reduce((sum, distance) => sum + distance * distance, 0));
    const settled = before?.every((index, sample) => index === indices[sample]);
    if (settled || iteration === iterations) return { centroids, inertia };
    before = indices;
    const sums = new Float64Array(count * width);
    const sizes = new Int32Array(count);
    for (let sample = 0; sample < samples; sample++) {
      const cluster = indices[sample];
      sizes[cluster]++;
      for (let i = 0; i < width; i++) sums[cluster * width + i] += rows[sample * width + i];
    }
    centroids = centroids.map((old, at) => {
      const size = sizes[Math.floor(at / width)];
      return size > 0 ? sums[at] / size : old;
    });
  }
}

/** Each seed a sample drawn by its squared distance to the nearest seed so far. */
function seedCentroids(
  rows: Float32Array,
  width: number,
  count: number,
  random: () => number,
): Float32Array {
  const samples = rows.length / width;
  const centroids = new Float32Array(count * width);
  const nearest = new Float64Array(samples).fill(Infinity);
  let drawn = Math.floor(random() * samples);
  for (let seed = 0; seed < count; seed++) {
    const centroid = rows.subarray(drawn * width, (drawn + 1) * width);
    centroids.set(centroid, seed * width);
    let total = 0;
    for (let sample = 0, at = 0; sample < samples; sample++) {
      let square = 0;
      for (let i = 0; i < width; i++, at++) square += (rows[at] - centroid[i]) ** 2;
      if (square < nearest[sample]) nearest[sample] = square;
      total += nearest[sample];
    }
    // Where all samples are seeds, the last one again.
    let rest = random() * total;
    for (drawn = 0; drawn < samples - 1; drawn++) {
      rest -= nearest[drawn];
      if (rest < 0) break;
    }
  }
  return centroids;
}
