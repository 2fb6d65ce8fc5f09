import { requireInteger } from '../arguments/require-integer.js';
import { type EngineChoice, withEngine } from '../knn/with-engine.js';
import { factorise, solveLower, solveLowerTransposed } from './cholesky.js';
import { classScatter } from './class-scatter.js';
import { countSamples, type FeatureSamples } from './feature-samples.js';
import type { Projection } from './projection.js';
import { subclassLabels } from './subclass-labels.js';

export interface DiscriminantOptions extends EngineChoice {
  /** Added to the scatter's diagonal, as a share of its mean (0.01). */
  shrinkage?: number;
  /** Parts that each class is split into by its k-means (1): more of them give more dimensions. */
  subclasses?: number;
  /** Of the k-means (0). */
  seed?: number;
}

// Below this share of its length, what is left of a mean beside the others is rounding.
const DEPENDENT = 1e-6;

/**
 * Linear discriminants (Fisher 1936; Hastie, Tibshirani & Friedman, "The Elements of Statistical
 * Learning", section 4.3): features whitened by the scatter within the classes and projected on the
 * space that the class means span there, of one dimension less than there are classes. Of its bases,
 * which give all the same distances, this is Gram and Schmidt's. Nothing is learned by gradients.
 *
 * With `subclasses` the classes are those of the k-means of each class, so that there are more dimensions
 * and a class need not be one heap (Zhu & Martinez 2006, "Subclass Discriminant Analysis").
 *
 * @throws RangeError for samples that `createKnn` would not take, when the means are all the same, or
 * for a shrinkage that is not above 0 or subclasses that are no integer of at least 1.
 *
 * @example
 * const projection = await discriminantProjection({ features, labels }, { threads: 2 });
 */
export async function discriminantProjection(
  samples: FeatureSamples,
  options: DiscriminantOptions = {},
): Promise<Projection> {
  const { shrinkage = 0.01, subclasses = 1, seed = 0 } = options;
  const { count, width, classes } = countSamples(samples);
  requireInteger('subclasses', subclasses, 1);
  if (!(shrinkage > 0 && Number.isFinite(shrinkage))) {
    throw new RangeError(`shrinkage must be a number above 0, got ${shrinkage}`);
  }
  const parts = classes * subclasses;
  const scatter = await withEngine(options, async (engine) => {
    const split = { classes, count: subclasses, seed };
    const labels = subclasses > 1 ? await subclassLabels(engine, samples, split) : samples.labels;
    return classScatter(engine, { features: samples.features, labels }, parts);
  });
  const { means, counts, within } = scatter;

  let trace = 0;
  for (let i = 0; i < width; i++) trace += within[i * width + i];
  const ridge = shrinkage * (trace / width || 1);
  for (let i = 0; i < width; i++) within[i * width + i] += ridge;
  factorise(within, width);

  const centre = new Float64Array(width);
  for (let at = 0; at < means.length; at++) {
    centre[at % width] += (means[at] * counts[Math.floor(at / width)]) / count;
  }
  const basis: Float64Array[] = [];
  for (let label = 0; label < parts; label++) {
    if (counts[label] === 0) continue;
    const vector = means.slice(label * width, (label + 1) * width);
    for (let i = 0; i < width; i++) vector[i] -= centre[i];
    solveLower(within, vector);
    const whole = Math.sqrt(dot(vector, vector));
    for (const other of basis) subtract(vector, other, dot(vector, other));
    const rest = Math.sqrt(dot(vector, vector));
    if (rest <= DEPENDENT * whole) continue;
    basis.push(vector.map((value) => value / rest));
  }
  if (basis.length === 0) throw new RangeError('the classes must differ in their means');

  const outputs = basis.length;
  const weight = new Float32Array(width * outputs);
  const bias = new Float32Array(outputs);
  for (const [output, vector] of basis.entries()) {
    solveLowerTransposed(within, vector);
    for (let i = 0; i < width; i++) weight[i * outputs + output] = vector[i];
    bias[output] = -dot(vector, centre);
  }
  return { weight, bias };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function subtract(from: Float64Array, vector: Float64Array, times: number): void {
  for (let i = 0; i < from.length; i++) from[i] -= times * vector[i];
}
