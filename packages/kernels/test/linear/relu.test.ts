import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relu } from '../../src/linear/index.js';
import { real, zeros } from './arbitraries.js';
import { runOnBoth } from './run-on-both.js';

describe('relu', () => {
  it('is max(0, x) in both backends', () => {
    fc.assert(
      fc.property(fc.array(real), (input) => {
        const { simd, scalar } = runOnBoth({ input, output: zeros(input.length) }, (at) =>
          relu({ ...at, count: input.length }),
        );
        expect(simd.output).toEqual(input.map((x) => Math.max(0, x)));
        expect(scalar.output).toEqual(simd.output);
      }),
    );
  });
});
