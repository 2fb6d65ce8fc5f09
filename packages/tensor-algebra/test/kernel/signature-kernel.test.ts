import fc from 'fast-check';
import ndarray from 'ndarray';
import { describe, expect, it } from 'vitest';
import { innerProduct, signature, signatureGram, signatureKernel } from '../../src/index.js';
import { float32, float64, numbers } from '../arrays.js';
import { points } from '../random-paths.js';

const small = (length: number, channels: number) =>
  points(length, channels).map((path) =>
    ndarray(
      path.data.map((value) => value / 4),
      path.shape,
    ),
  );

describe('signatureKernel', () => {
  it('is the inner product of deep signatures', () => {
    const pair = fc
      .integer({ min: 1, max: 3 })
      .chain((channels) => fc.tuple(small(4, channels), small(3, channels)));
    fc.assert(
      fc.property(pair, ([x, y]) => {
        const depth = x.shape[1] === 1 ? 12 : 9;
        const expected = 1 + innerProduct(signature(x, depth), signature(y, depth));
        const found = signatureKernel(x, y, { refinement: 5 });
        expect(Math.abs(found - expected)).toBeLessThan(1e-2 * Math.max(1, Math.abs(expected)));
      }),
      { numRuns: 30 },
    );
  });

  it('of straight lines is a Bessel function of their inner product', () => {
    // Σ p^k / k!² for p = ⟨x, y⟩.
    const x = float64([0, 0, 1, 2], [2, 2]);
    const y = float64([5, 5, 5.5, 6], [2, 2]);
    let term = 1;
    let expected = 1;
    for (let k = 1; k < 30; k++) expected += term *= 2.5 / (k * k);
    const errors = [3, 4, 5, 6, 7].map((refinement) =>
      Math.abs(signatureKernel(x, y, { refinement }) - expected),
    );
    expect(errors[4]).toBeLessThan(1e-4);
    // Second order: each refinement divides the error by about four.
    for (let step = 1; step < 5; step++) {
      expect(errors[step - 1] / errors[step]).toBeGreaterThan(3);
      expect(errors[step - 1] / errors[step]).toBeLessThan(5);
    }
  });

  it('does not change when a path is moved, and is 1 for a path of one point', () => {
    const x = float64(numbers(10), [5, 2]);
    const far = ndarray(
      x.data.map((value) => value + 1024),
      x.shape,
    );
    expect(signatureKernel(x, far)).toBeCloseTo(signatureKernel(x, x), 10);
    expect(signatureKernel(x, float64([1, 2], [1, 2]))).toBe(1);
  });

  it('of constant paths is 1, with points lifted by a Gaussian too', () => {
    const still = float64([1, 1, 1, 1, 1, 1], [3, 2]);
    const x = float64(numbers(10), [5, 2]);
    expect(signatureKernel(still, x)).toBe(1);
    expect(signatureKernel(still, x, { sigma: 1 })).toBe(1);
  });

  it('makes a symmetric, positive Gram matrix', () => {
    const paths = float32(numbers(4 * 5 * 2), [4, 5, 2]);
    for (const sigma of [undefined, 0.7]) {
      const gram = signatureGram(paths, paths, { sigma, refinement: 1 });
      expect(gram.shape).toEqual([4, 4]);
      const weights = numbers(4, 3);
      let form = 0;
      for (let row = 0; row < 4; row++) {
        for (let column = 0; column < 4; column++) {
          expect(gram.get(row, column)).toBe(gram.get(column, row));
          form += weights[row] * weights[column] * gram.get(row, column);
        }
      }
      expect(form).toBeGreaterThan(0);
      const [first, third] = [0, 2].map((row) => paths.pick(row, null, null));
      const one = signatureKernel(first, third, { sigma, refinement: 1 });
      expect(gram.get(0, 2)).toBe(one);
    }
    expect(signatureGram(paths).data).toEqual(signatureGram(paths, paths).data);
    expect(signatureGram(paths, paths.hi(2, 5, 2)).shape).toEqual([4, 2]);
  });

  it('refuses other ranks, channels and options out of range', () => {
    const x = float64(numbers(10), [5, 2]);
    const batch = float64(numbers(20), [2, 5, 2]);
    expect(() => signatureKernel(x, batch)).toThrow(TypeError);
    expect(() => signatureGram(x)).toThrow(TypeError);
    expect(() => signatureKernel(x, float64(numbers(9), [3, 3]))).toThrow(RangeError);
    expect(() => signatureKernel(x, x, { refinement: -1 })).toThrow(RangeError);
    expect(() => signatureKernel(x, x, { refinement: 11 })).toThrow(RangeError);
    expect(() => signatureKernel(x, x, { sigma: 0 })).toThrow(RangeError);
    expect(() => signatureKernel(x, float64([1, Number.NaN], [1, 2]))).toThrow(RangeError);
  });
});
