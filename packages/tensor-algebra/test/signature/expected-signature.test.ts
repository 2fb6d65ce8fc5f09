import ndarray from 'ndarray';
import { describe, expect, it } from 'vitest';
import { expectedSignature, signature } from '../../src/index.js';
import { float64, numbers } from '../arrays.js';

const paths = float64(numbers(6 * 5 * 2), [6, 5, 2]);

describe('expectedSignature', () => {
  it('is the mean of the signatures', () => {
    const all = signature(paths, 3, { basepoint: true });
    const mean = expectedSignature(paths, 3, { basepoint: true });
    expect(mean.shape).toEqual([14]);
    for (let word = 0; word < 14; word++) {
      let sum = 0;
      for (let row = 0; row < 6; row++) sum += all.get(row, word);
      expect(mean.get(word)).toBeCloseTo(sum / 6, 12);
    }
  });

  it('weighs the paths', () => {
    const weights = ndarray(new Float64Array([0, 0, 3, 0, 0, 1]), [6]);
    const mean = expectedSignature(paths, 2, { weights });
    const all = signature(paths, 2);
    for (let word = 0; word < 6; word++) {
      expect(mean.get(word)).toBeCloseTo(0.75 * all.get(2, word) + 0.25 * all.get(5, word), 12);
    }
  });

  it('refuses an empty set, a single path and weights that do not fit', () => {
    expect(() => expectedSignature(paths.hi(0, 5, 2), 2)).toThrow(RangeError);
    expect(() => expectedSignature(paths.pick(0, null, null), 2)).toThrow(RangeError);
    for (const values of [
      [1, 1],
      [0, 0, 0, 0, 0, 0],
      [1, 1, 1, 1, 1, -1],
      [1, 1, 1, 1, 1, Number.NaN],
    ]) {
      const weights = ndarray(new Float64Array(values), [values.length]);
      expect(() => expectedSignature(paths, 2, { weights })).toThrow(RangeError);
    }
  });
});
