import { seededRandom } from '@sig/kernels/random';
import { checkSeed } from '../random/check-seed.js';
import { mixSeed } from '../random/mix-seed.js';
import { shuffle } from '../random/shuffle.js';

export interface StratifiedSplit {
  /** Indices of the samples, ascending. */
  readonly training: Int32Array;
  readonly validation: Int32Array;
}

/**
 * Sets a share of each class aside, drawn by seed; of a class with two samples or more at least one,
 * and never all.
 *
 * @throws RangeError when the share is not between 0 and 1, or the seed is no integer.
 *
 * @example
 * stratifiedSplit([0, 0, 1, 1], 0.5, 7); // one of each class on either side
 */
export function stratifiedSplit(
  labels: ArrayLike<number>,
  share: number,
  seed = 0,
): StratifiedSplit {
  if (!(share > 0 && share < 1)) {
    throw new RangeError(`the validation share must be between 0 and 1, got ${share}`);
  }
  checkSeed(seed);
  const byClass = new Map<number, number[]>();
  for (let index = 0; index < labels.length; index++) {
    const members = byClass.get(labels[index]) ?? [];
    members.push(index);
    byClass.set(labels[index], members);
  }
  const training: number[] = [];
  const validation: number[] = [];
  for (const [label, members] of byClass) {
    const drawn = shuffle(members, seededRandom(mixSeed(seed, label)));
    const wanted = Math.max(1, Math.round(share * members.length));
    const taken = Math.min(wanted, members.length - 1);
    validation.push(...drawn.subarray(0, taken));
    training.push(...drawn.subarray(taken));
  }
  return {
    training: Int32Array.from(training).sort(),
    validation: Int32Array.from(validation).sort(),
  };
}
