import fc from 'fast-check';
import { describe, it } from 'vitest';
import { axpby } from '../../src/linear/index.js';
import { real } from './arbitraries.js';
import { expectClose, runOnBoth } from './run-on-both.js';

describe('axpby', () => {
  it('is alpha x + beta y, compiled and in its twin', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(real, real)), real, real, (pairs, alpha, beta) => {
        const x = pairs.map(([value]) => value);
        const y = pairs.map(([, value]) => value);
        const { simd, scalar } = runOnBoth({ x, y }, (at) =>
          axpby({ ...at, count: pairs.length, alpha, beta }),
        );
        const expected = pairs.map(([left, right]) => alpha * left + beta * right);
        expectClose(simd.y, expected, 1e-6);
        expectClose(scalar.y, expected, 1e-6);
      }),
    );
  });

  it('adds to y where beta is left out', () => {
    const { simd } = runOnBoth({ x: [1, 2], y: [10, 20] }, (at) =>
      axpby({ ...at, count: 2, alpha: 3 }),
    );
    expectClose(simd.y, [13, 26]);
  });
});
