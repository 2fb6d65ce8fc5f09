import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imagePatches, imagePatchesBackward, windowCount } from '../../src/linear/index.js';
import { imageWindows, reals, zeros } from './arbitraries.js';
import { expectClose, runOnBoth } from './run-on-both.js';

const problems = imageWindows.chain((windows) => {
  const { samples, height, width, channels, size } = windows;
  const count = samples * windowCount(height, windows) * windowCount(width, windows);
  return fc.record({
    windows: fc.constant(windows),
    input: reals(samples * height * width * channels),
    upstream: reals(count * size * size * channels),
  });
});

describe('imagePatches', () => {
  it('is the same compiled and in its twin, forward and backward, for any windows', () => {
    fc.assert(
      fc.property(problems, ({ windows, input, upstream }) => {
        const forward = runOnBoth({ input, patches: upstream.map(() => 5) }, (at) =>
          imagePatches({ ...at, ...windows }),
        );
        expect(forward.simd.patches).toEqual(forward.scalar.patches);
        const backward = runOnBoth(
          { patchGradients: upstream, inputGradient: input.map(() => 5) },
          (at) => imagePatchesBackward({ ...at, ...windows }),
        );
        expectClose(backward.simd.inputGradient, backward.scalar.inputGradient, 1e-6);
      }),
    );
  });

  it('lays out each window with zeros around the image', () => {
    const windows = {
      samples: 1,
      height: 2,
      width: 2,
      channels: 1,
      size: 2,
      stride: 2,
      padding: 1,
    };
    const { simd } = runOnBoth({ input: [1, 2, 3, 4], patches: zeros(16) }, (at) =>
      imagePatches({ ...at, ...windows }),
    );
    expect(simd.patches).toEqual([0, 0, 0, 1, 0, 0, 2, 0, 0, 3, 0, 0, 4, 0, 0, 0]);
  });

  it('gives a pixel the sum over its windows', () => {
    const windows = {
      samples: 1,
      height: 1,
      width: 3,
      channels: 1,
      size: 1,
      stride: 2,
      padding: 0,
    };
    const { simd } = runOnBoth({ patchGradients: [7, 9], inputGradient: [1, 1, 1] }, (at) =>
      imagePatchesBackward({ ...at, ...windows }),
    );
    expect(simd.inputGradient).toEqual([7, 0, 9]);
  });
});
