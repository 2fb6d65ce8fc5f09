import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tanh, tanhBackward } from '../../src/linear/index.js';
import { zeros } from './arbitraries.js';
import { expectClose, runOnBoth } from './run-on-both.js';

const inputs = fc.array(fc.integer({ min: -160, max: 160 }).map((value) => value / 16));

describe('tanh', () => {
  it('is the same compiled and in its twin, forward and backward', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const count = input.length;
        const forward = runOnBoth({ input, output: zeros(count) }, (at) => tanh({ ...at, count }));
        expectClose(forward.simd.output, forward.scalar.output, 1e-6);
        const upstream = input.map((_, index) => 1 - index / 4);
        const backward = runOnBoth(
          { output: input.map(Math.tanh), outputGradient: upstream, inputGradient: zeros(count) },
          (at) => tanhBackward({ ...at, count }),
        );
        expectClose(backward.simd.inputGradient, backward.scalar.inputGradient, 1e-6);
      }),
    );
  });

  it('is -1 and 1 far out, not NaN', () => {
    const input = [-1e30, -200, -90, 0, 90, 200, 1e30];
    const { simd } = runOnBoth({ input, output: zeros(7) }, (at) => tanh({ ...at, count: 7 }));
    expect(Array.from(simd.output)).toEqual([-1, -1, -1, 0, 1, 1, 1]);
  });

  it('stays NaN where it is given NaN', () => {
    const input = zeros(9).map(() => Number.NaN);
    const { simd } = runOnBoth({ input, output: zeros(9) }, (at) => tanh({ ...at, count: 9 }));
    expect(simd.output).toEqual(input);
  });
});
