import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reluBackward } from '../../src/linear/index.js';
import { integers, reals, zeros } from './arbitraries.js';
import { runOnBoth } from './run-on-both.js';

const problems = fc
  .record({ samples: integers(0, 4), width: integers(0, 9), gap: integers(0, 5) })
  .chain((sizes) =>
    fc.record({
      sizes: fc.constant(sizes),
      output: reals(sizes.samples * sizes.width),
      outputGradient: reals(sizes.samples * sizes.width),
    }),
  );

describe('reluBackward', () => {
  it('keeps gradients where the output is positive and fills gaps with zeros, in both backends', () => {
    fc.assert(
      fc.property(problems, ({ sizes, output, outputGradient }) => {
        const { samples, width, gap } = sizes;
        const stride = width + gap;
        const inputGradient = zeros(samples * stride).fill(9);
        const { simd, scalar } = runOnBoth({ output, outputGradient, inputGradient }, (at) =>
          reluBackward({ ...at, samples, width, stride }),
        );
        const expected = inputGradient.map((_, place) => {
          const sample = Math.floor(place / stride);
          const column = place % stride;
          const from = sample * width + column;
          return column < width && output[from] > 0 ? outputGradient[from] : 0;
        });
        expect(simd.inputGradient).toEqual(expected);
        expect(scalar.inputGradient).toEqual(expected);
      }),
    );
  });
});
