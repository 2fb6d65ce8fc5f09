import { requireInteger } from '../arguments/require-integer.js';

export interface CalibrationErrorOptions {
  /** Bins of equal width (15). */
  readonly bins?: number;
}

/**
 * How far confidences are from the truth: over bins of equal width, the mean of |accuracy − mean
 * confidence|, weighted by the images in each (Naeini et al. 2015; Guo et al. 2017, equation 3).
 *
 * @param confidence the highest probability of each image.
 * @param correct 1 where the most probable class is right, else 0.
 * @throws RangeError when the arrays differ in length or are empty.
 *
 * @example
 * expectedCalibrationError([0.9, 0.9], [1, 0]); // |0.5 − 0.9| = 0.4
 */
export function expectedCalibrationError(
  confidence: ArrayLike<number>,
  correct: ArrayLike<number>,
  { bins = 15 }: CalibrationErrorOptions = {},
): number {
  requireInteger('bins', bins, 1);
  const { length } = confidence;
  if (length === 0 || length !== correct.length) {
    throw new RangeError(
      `confidence and correct must have the same length of at least 1, got ${length} and ${correct.length}`,
    );
  }
  // The sum of correct less confidence; its size is the gap times the images.
  const gaps = new Float64Array(bins);
  for (let image = 0; image < length; image++) {
    // A bin holds what is above its lower end, up to its upper one.
    const bin = Math.min(bins - 1, Math.max(0, Math.ceil(confidence[image] * bins) - 1));
    gaps[bin] += correct[image] - confidence[image];
  }
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / length;
}
