import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fill } from '../../src/linear/index.js';
import { integers, real, zeros } from './arbitraries.js';
import { runOnBoth } from './run-on-both.js';

describe('fill', () => {
  it('sets exactly as many reals as asked, in both backends', () => {
    fc.assert(
      fc.property(integers(0, 20), real, (count, value) => {
        const { simd, scalar } = runOnBoth({ target: zeros(count) }, (at) =>
          fill({ ...at, count, value }),
        );
        expect(simd.target).toEqual(zeros(count).fill(value));
        expect(scalar.target).toEqual(simd.target);
      }),
    );
  });
});
