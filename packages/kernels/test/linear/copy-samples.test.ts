import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copySamples } from '../../src/linear/index.js';
import { integers, reals, zeros } from './arbitraries.js';
import { runOnBoth } from './run-on-both.js';

const problems = fc
  .record({
    samples: integers(0, 4),
    width: integers(0, 9),
    skipped: integers(0, 5),
    gap: integers(0, 5),
  })
  .chain((sizes) =>
    fc.record({
      sizes: fc.constant(sizes),
      source: reals(sizes.samples * (sizes.width + sizes.skipped)),
    }),
  );

describe('copySamples', () => {
  it('takes the first reals of each sample and zeroes the rest of the target, in both backends', () => {
    fc.assert(
      fc.property(problems, ({ sizes: { samples, width, skipped, gap }, source }) => {
        const sourceStride = width + skipped;
        const targetStride = width + gap;
        const target = zeros(samples * targetStride).fill(9);
        const { simd, scalar } = runOnBoth({ source, target }, (at) =>
          copySamples({ ...at, sourceStride, targetStride, width, samples }),
        );
        const expected = target.map((_, place) => {
          const column = place % targetStride;
          return column < width
            ? source[Math.floor(place / targetStride) * sourceStride + column]
            : 0;
        });
        expect(simd.target).toEqual(expected);
        expect(scalar.target).toEqual(expected);
      }),
    );
  });
});
