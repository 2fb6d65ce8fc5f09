import fc from 'fast-check';
import ndarray, { type NdArray } from 'ndarray';
import { describe, expect, it } from 'vitest';
import {
  dilate,
  exp,
  innerProduct,
  inverse,
  levelNorms,
  normalise,
  rescaleLevels,
  signature,
} from '../../src/index.js';
import { float32, float64, numbers } from '../arrays.js';
import { expectLevels } from '../expect-levels.js';
import { randomPath } from '../random-paths.js';

const factorial = (k: number): number => (k < 2 ? 1 : k * factorial(k - 1));

/** The sum of the sizes of all coordinates' increments. */
function pathLength(path: NdArray<Float64Array>): number {
  const [points, channels] = path.shape;
  let sum = 0;
  for (let t = 1; t < points; t++) {
    for (let c = 0; c < channels; c++) sum += Math.abs(path.get(t, c) - path.get(t - 1, c));
  }
  return sum;
}

describe('dilate, innerProduct, levelNorms, normalise and rescaleLevels', () => {
  it('dilate is the signature of a larger path', () => {
    fc.assert(
      fc.property(
        randomPath(),
        fc.integer({ min: -3, max: 3 }),
        ({ path, channels, depth }, factor) => {
          const larger = ndarray(
            path.data.map((value) => value * factor),
            path.shape,
          );
          const expected = signature(larger, depth).data;
          // Increments that cancel leave the rounding of what came in between: ε Lᵏ / k! of a length L.
          const length = pathLength(larger);
          expectLevels(
            dilate(signature(path, depth), factor, channels).data,
            expected,
            channels,
            1e-9,
            (level) => 1e-6 * (length ** level / factorial(level)) + 1e-300,
          );
        },
      ),
    );
    expect(() => dilate(float64([1, 2], [2]), Number.NaN, 2)).toThrow(TypeError);
  });

  it('innerProduct sums over words and reads any strides', () => {
    const a = ndarray(new Float64Array([1, 9, 2, 9, 3, 9]), [3], [2]);
    expect(innerProduct(a, float32([4, 5, 6], [3]))).toBe(32);
    expect(() => innerProduct(a, float64([1], [1]))).toThrow(RangeError);
    expect(() => innerProduct(a, ndarray(new Float64Array(3), [1, 3]))).toThrow(TypeError);
  });

  it('levelNorms are the Euclidean norms of the levels, large and small', () => {
    expect([...levelNorms(float64([3, 4, 0, 0, 0, 2], [6]), 2).data]).toEqual([5, 2]);
    const withScalar = levelNorms(float64([1, 3, 4, 1, 0, 6, 8], [7]), 2, { scalarTerm: true });
    expect(withScalar.data[2]).toBeCloseTo(Math.sqrt(101), 12);
    const batch = levelNorms(ndarray(new Float64Array([3e200, 4e200, 3e-200, 4e-200]), [2, 2]), 2);
    expect(batch.shape).toEqual([2, 1]);
    expect(batch.data[0] / 5e200).toBeCloseTo(1, 12);
    expect(batch.data[1] / 5e-200).toBeCloseTo(1, 12);
  });

  it('normalise bounds the norm and leaves small tensors alone', () => {
    const squared = (x: NdArray<Float64Array>): number => 1 + innerProduct(x, x);
    fc.assert(
      fc.property(randomPath(), ({ path, channels, depth }) => {
        const s = signature(path, depth);
        const normal = normalise(s, channels);
        const size = squared(s);
        const wanted = size <= 4 ? size : 4 + 16 * (1 / 4 - 1 / size);
        expect(squared(normal)).toBeCloseTo(wanted, 8);
        expect(squared(normal)).toBeLessThanOrEqual(8);
      }),
    );
    const small = float64([0.1, 0.1], [2]);
    expect([...normalise(small, 2).data]).toEqual([0.1, 0.1]);
    expect(() => normalise(small, 2, { bound: 0 })).toThrow(RangeError);
    expect(() => normalise(small, 2, { exponent: -1 })).toThrow(RangeError);
  });

  it('rescaleLevels multiplies level k by k! or by the factors given', () => {
    const ones = ndarray(new Float64Array(14).fill(1), [14]);
    const factorials = [1, 1, 2, 2, 2, 2, 6, 6, 6, 6, 6, 6, 6, 6];
    expect([...rescaleLevels(ones, 2).data]).toEqual(factorials);
    const own = rescaleLevels(ones, 2, { factors: [1, 0, -1] });
    expect([...own.data]).toEqual([1, 1, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1, -1, -1]);
    expect(() => rescaleLevels(ones, 2, { factors: [1, 2] })).toThrow(RangeError);
  });

  it('keep the number format of what they are given', () => {
    const s = signature(float32(numbers(10), [5, 2]), 2);
    for (const found of [
      dilate(s, 2, 2),
      levelNorms(s, 2),
      normalise(s, 2),
      exp(s, 2),
      inverse(s, 2),
    ]) {
      expect(found.data).toBeInstanceOf(Float32Array);
    }
  });
});
