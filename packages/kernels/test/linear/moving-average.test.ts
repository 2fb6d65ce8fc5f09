import fc from 'fast-check';
import { describe, it } from 'vitest';
import { movingAverage } from '../../src/linear/index.js';
import { real } from './arbitraries.js';
import { expectClose, runOnBoth } from './run-on-both.js';

describe('movingAverage', () => {
  it('goes a part of the way to the source, compiled and in its twin', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(real, real)), fc.constantFrom(0, 0.1, 1), (pairs, rate) => {
        const target = pairs.map(([value]) => value);
        const source = pairs.map(([, value]) => value);
        const { simd, scalar } = runOnBoth({ target, source }, (at) =>
          movingAverage({ ...at, count: pairs.length, rate }),
        );
        const expected = pairs.map(([from, to]) => from + rate * (to - from));
        expectClose(simd.target, expected, 1e-6);
        expectClose(scalar.target, expected, 1e-6);
      }),
    );
  });
});
