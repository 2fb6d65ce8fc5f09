import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addInto } from '../../src/linear/index.js';
import { real } from './arbitraries.js';
import { runOnBoth } from './run-on-both.js';

describe('addInto', () => {
  it('adds one array to another in both backends', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(real, real)), (pairs) => {
        const arrays = { target: pairs.map(([a]) => a), source: pairs.map(([, b]) => b) };
        const { simd, scalar } = runOnBoth(arrays, (at) => addInto({ ...at, count: pairs.length }));
        expect(simd.target).toEqual(pairs.map(([a, b]) => a + b));
        expect(scalar.target).toEqual(simd.target);
      }),
    );
  });
});
