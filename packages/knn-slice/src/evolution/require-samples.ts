import { requireFinite } from '../arguments/require-finite.js';
import type { EvolutionSamples } from './samples.js';

/** Throws a RangeError unless k neighbours of two classes or more can be found. */
export function requireSamples(
  { references: { images, labels }, leaveOneOut, queries }: EvolutionSamples,
  k: number,
): void {
  const others = labels.length - Number(leaveOneOut);
  if (!Number.isInteger(k) || k < 1 || k > others) {
    const less = leaveOneOut ? ' that are left for each' : '';
    throw new RangeError(
      `k must be an integer from 1 to the ${others} references${less}, got ${k}`,
    );
  }
  if (labels.every((label) => label === labels[0])) {
    throw new RangeError(
      `the reference set must have at least two classes, all ${labels.length} labels are ${labels[0]}`,
    );
  }
  requireFinite('the images', images);
  if (queries.images !== images) requireFinite("the fitness set's images", queries.images);
}
