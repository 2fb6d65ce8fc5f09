import fc from 'fast-check';
import ndarray, { type NdArray } from 'ndarray';
import { expect } from 'vitest';
import { signatureLength } from '../src/index.js';

/** Random tensors with a scalar, or without. */
export const randomTensors = (scalarTerm: boolean) =>
  fc
    .record({ channels: fc.integer({ min: 1, max: 4 }), depth: fc.integer({ min: 1, max: 4 }) })
    .chain(({ channels, depth }) => {
      const size = signatureLength(channels, depth, { scalarTerm });
      const value = fc.integer({ min: -1000, max: 1000 }).map((n) => n / 1000);
      const one = fc
        .array(value, { minLength: size, maxLength: size })
        .map((values) => ndarray(new Float64Array(values), [size]));
      return fc.record({
        channels: fc.constant(channels),
        depth: fc.constant(depth),
        a: one,
        b: one,
        c: one,
      });
    });

/** Expects two tensors to be equal up to so many decimal places. */
export const expectClose = (
  a: NdArray<Float64Array>,
  b: NdArray<Float64Array>,
  digits = 9,
): void => {
  expect(a.shape).toEqual(b.shape);
  for (const [index, value] of b.data.entries()) expect(a.data[index]).toBeCloseTo(value, digits);
};
