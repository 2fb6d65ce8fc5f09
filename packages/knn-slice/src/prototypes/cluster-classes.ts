import { requireInteger } from '../arguments/require-integer.js';
import { type EngineChoice, withEngine } from '../knn/with-engine.js';
import { countSamples, type FeatureSamples } from '../projection/feature-samples.js';
import { project } from '../projection/project.js';
import type { Projection } from '../projection/projection.js';
import { rowsAt } from '../projection/rows-at.js';
import { clusterSamples } from './cluster-samples.js';
import { countInBudget, type PrototypeBudget } from './prototype-budget.js';
import type { Prototypes } from './prototypes.js';

export type ClusterClassesOptions = EngineChoice &
  PrototypeBudget & {
    /** Clusters in its space. */
    projection?: Projection;
    /** Steps of Lloyd's algorithm, at most (30). */
    iterations?: number;
    seed?: number;
  };

/** Prototypes with the k-means of each class they come from. */
export interface ClusteredPrototypes extends Prototypes {
  /** Of each class, as it fell. */
  readonly inertia: readonly (readonly number[])[];
}

/**
 * Centroids of each class by itself as references: k-means, equally many for each class (Hastie,
 * Tibshirani & Friedman, "The Elements of Statistical Learning", section 13.2.1).
 *
 * @throws RangeError for samples of one class, or a budget below one prototype a class.
 *
 * @example
 * const prototypes = await clusterClasses({ features, labels }, { count: 200, threads: 2 });
 */
export async function clusterClasses(
  samples: FeatureSamples,
  options: ClusterClassesOptions,
): Promise<ClusteredPrototypes> {
  const { projection, iterations = 30, seed = 0 } = options;
  const { width: inputs, classes, count: samplesInAll } = countSamples(samples);
  requireInteger('iterations', iterations, 0);
  const width = projection?.bias.length ?? inputs;
  const shape = { width, classes, inputs: projection ? inputs : 0, scored: false };
  const wanted = countInBudget(options, shape, samplesInAll);
  return withEngine(options, async (engine) => {
    const { features } = samples;
    const rows = projection ? await project(projection, features, { engine }) : features;
    const centroids: number[] = [];
    const labels: number[] = [];
    const inertia: (readonly number[])[] = [];
    for (let label = 0; label < classes; label++) {
      const own = rowsOf(rows, width, samples.labels, label);
      const share =
        Math.floor((label + 1) * (wanted / classes)) - Math.floor(label * (wanted / classes));
      const count = Math.min(share, own.length / width);
      if (count === 0) continue;
      const chosen = { count, iterations, seed: seed + label };
      const found = await clusterSamples(engine, own, width, chosen);
      for (const value of found.centroids) centroids.push(value);
      for (let i = 0; i < count; i++) labels.push(label);
      inertia.push(found.inertia);
    }
    return {
      projection,
      references: Float32Array.from(centroids),
      count: labels.length,
      width,
      labels: Int32Array.from(labels),
      classes,
      inertia,
    };
  });
}

/** The rows of one class. */
function rowsOf(
  rows: Float32Array,
  width: number,
  labels: ArrayLike<number>,
  label: number,
): Float32Array {
  const own = Array.from(labels, (_, place) => place).filter((place) => labels[place] === label);
  return rowsAt(rows, own, width);
}
