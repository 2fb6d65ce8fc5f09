import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { depthwiseConv2d, depthwiseConv2dBackward, windowCount } from '../../src/linear/index.js';
import { imageWindows, integers, reals, zeros } from './arbitraries.js';
import { expectClose, runOnBoth } from './run-on-both.js';

// What the kernels for 3×3 windows do, down to images that lie within one window.
const windows3x3 = fc.record({
  samples: integers(1, 2),
  channels: fc.constantFrom(4, 8, 12),
  height: integers(1, 6),
  width: integers(1, 6),
  size: fc.constant(3),
  stride: integers(1, 2),
  padding: fc.constant(1),
});

const problems = fc.oneof(imageWindows, windows3x3).chain((windows) => {
  const { samples, height, width, channels, size } = windows;
  const count = samples * windowCount(height, windows) * windowCount(width, windows);
  return fc.record({
    windows: fc.constant(windows),
    input: reals(samples * height * width * channels),
    kernel: reals(size * size * channels),
    upstream: reals(count * channels),
  });
});

describe('depthwiseConv2d', () => {
  it('is the same compiled and in its twin, forward and backward, for any windows', () => {
    fc.assert(
      fc.property(problems, ({ windows, input, kernel, upstream }) => {
        const forward = runOnBoth({ input, kernel, output: upstream.map(() => 5) }, (at) =>
          depthwiseConv2d({ ...at, ...windows }),
        );
        expectClose(forward.simd.output, forward.scalar.output);
        const backward = runOnBoth(
          {
            input,
            kernel,
            outputGradient: upstream,
            inputGradient: input.map(() => 5),
            kernelGradient: kernel,
          },
          (at) => depthwiseConv2dBackward({ ...at, ...windows }),
        );
        expectClose(backward.simd.inputGradient, backward.scalar.inputGradient);
        expectClose(backward.simd.kernelGradient, backward.scalar.kernelGradient);
      }),
    );
  });

  it('leaves out a gradient that has no place', () => {
    const windows = {
      samples: 1,
      height: 1,
      width: 2,
      channels: 1,
      size: 1,
      stride: 1,
      padding: 0,
    };
    const arrays = { input: [2, 3], kernel: [4], outputGradient: [1, 1], gradient: zeros(2) };
    const { simd } = runOnBoth(arrays, ({ gradient, ...at }) =>
      depthwiseConv2dBackward({ ...at, ...windows, inputGradient: gradient }),
    );
    expect(simd.gradient).toEqual([4, 4]);
    const other = runOnBoth(arrays, ({ gradient, ...at }) =>
      depthwiseConv2dBackward({ ...at, ...windows, kernelGradient: gradient }),
    );
    expect(other.simd.gradient).toEqual([5, 0]);
  });
});
