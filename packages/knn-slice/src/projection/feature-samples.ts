import { requireFinite } from '../arguments/require-finite.js';
import { requireInteger } from '../arguments/require-integer.js';
import { requireRows } from '../arguments/require-rows.js';

/** Labelled rows of features. */
export interface FeatureSamples {
  /** [count, width] */
  readonly features: Float32Array;
  /** [count], the classes from 0. */
  readonly labels: ArrayLike<number>;
}

/** What is counted of samples. */
export interface SampleCounts {
  readonly count: number;
  readonly width: number;
  readonly classes: number;
}

/**
 * Counts samples.
 *
 * @throws RangeError when they are not rows of finite numbers with a label each, of at least two classes.
 */
export function countSamples({ features, labels }: FeatureSamples): SampleCounts {
  const count = labels.length;
  const width = requireRows('features', features, count);
  let most = 0;
  for (let row = 0; row < count; row++) {
    requireInteger(`labels[${row}]`, labels[row], 0, 65_535);
    most = Math.max(most, labels[row]);
  }
  if (Array.prototype.every.call(labels, (label) => label === labels[0])) {
    throw new RangeError(
      `the samples must be of at least two classes, all ${count} labels are ${labels[0]}`,
    );
  }
  requireFinite('features', features);
  return { count, width, classes: most + 1 };
}
