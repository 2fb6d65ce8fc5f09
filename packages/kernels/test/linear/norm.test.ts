import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { norm } from '../../src/linear/index.js';
import { real } from './arbitraries.js';
import { expectClose, runOnBoth } from './run-on-both.js';

describe('norm', () => {
  it('is the length of the vector, compiled and in its twin', () => {
    fc.assert(
      fc.property(fc.array(real, { maxLength: 40 }), (x) => {
        const { simd, scalar } = runOnBoth({ x, result: [5] }, (at) =>
          norm({ ...at, count: x.length }),
        );
        expectClose(simd.result, [Math.hypot(...x)], 1e-6);
        expectClose(scalar.result, [Math.hypot(...x)], 1e-6);
      }),
    );
  });

  it('does not overflow where the squares would, and passes NaN on', () => {
    const lengthOf = (x: readonly number[]): number[] =>
      runOnBoth({ x, result: [0] }, (at) => norm({ ...at, count: x.length })).simd.result;
    expect(lengthOf([3e30, 4e30])[0] / 5e30).toBeCloseTo(1, 6);
    expect(lengthOf([3e-30, 4e-30, 0, 0])[0] / 5e-30).toBeCloseTo(1, 6);
    expect(lengthOf([1, 2, Number.NaN, 4, 5])).toEqual([Number.NaN]);
  });
});
