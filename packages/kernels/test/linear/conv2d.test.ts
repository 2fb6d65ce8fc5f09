import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  conv2d,
  conv2dScratch,
  gemm,
  type ImageWindows,
  imagePatches,
  windowCount,
} from '../../src/linear/index.js';
import { imageWindows, integers, reals, zeros } from './arbitraries.js';
import { expectClose, runOnBoth } from './run-on-both.js';

const placesOf = (windows: ImageWindows): number =>
  windows.samples * windowCount(windows.height, windows) * windowCount(windows.width, windows);

const problems = fc
  .record({ windows: imageWindows, filters: integers(1, 19), relu: fc.boolean() })
  .chain(({ windows, filters, relu }) => {
    const { samples, height, width, channels, size } = windows;
    return fc.record({
      windows: fc.constant({ ...windows, filters, relu }),
      input: reals(samples * height * width * channels),
      kernel: reals(size * size * channels * filters),
      bias: fc.option(reals(filters)),
      output: fc.constant(new Array<number>(placesOf(windows) * filters).fill(5)),
    });
  });

describe('conv2d', () => {
  it('is the same compiled and in its twin, for any windows and filters', () => {
    fc.assert(
      fc.property(problems, ({ windows, input, kernel, bias, output }) => {
        const scratch = zeros(conv2dScratch(windows));
        const { simd, scalar } = runOnBoth(
          { input, kernel, bias: bias ?? [], output, scratch },
          (at) => conv2d({ ...at, ...windows, bias: bias === null ? 0 : at.bias }),
        );
        expectClose(simd.output, scalar.output);
      }),
    );
  });

  it('gives to the last bit what the product of the windows with the filters gives', () => {
    fc.assert(
      fc.property(problems, ({ windows, input, kernel, bias, output }) => {
        const { size, channels, filters, relu } = windows;
        const scratch = zeros(conv2dScratch(windows));
        const direct = runOnBoth({ input, kernel, bias: bias ?? [], output, scratch }, (at) =>
          conv2d({ ...at, ...windows, bias: bias === null ? 0 : at.bias }),
        );
        const rows = placesOf(windows);
        const inner = size * size * channels;
        const copied = runOnBoth({ input, patches: zeros(rows * inner) }, (at) =>
          imagePatches({ ...at, ...windows }),
        );
        const a = copied.simd.patches;
        const product = runOnBoth({ a, b: kernel, c: output, bias: bias ?? [] }, (at) =>
          gemm({
            ...at,
            ...{ aStride: inner, bStride: filters, cStride: filters },
            ...{ rows, inner, columns: filters, relu },
            bias: bias === null ? 0 : at.bias,
          }),
        );
        expect(direct.simd.output).toEqual(product.simd.c);
      }),
    );
  });

  it('takes what lies outside the image for zero', () => {
    const windows = {
      ...{ samples: 1, height: 2, width: 2, channels: 1 },
      ...{ size: 3, stride: 1, padding: 1, filters: 1 },
    };
    const kernel = [1, 1, 1, 1, 10, 1, 1, 1, 1];
    const scratch = zeros(conv2dScratch(windows));
    const { simd } = runOnBoth({ input: [1, 2, 3, 4], kernel, output: zeros(4), scratch }, (at) =>
      conv2d({ ...at, ...windows }),
    );
    expect(simd.output).toEqual([19, 28, 37, 46]);
  });

  it('sets what is negative to zero where that is asked, after the bias', () => {
    const windows = {
      ...{ samples: 1, height: 1, width: 3, channels: 1 },
      ...{ size: 1, stride: 2, padding: 0, filters: 2 },
    };
    const arrays = { input: [-3, 7, 2], kernel: [1, -1], bias: [1, 1], output: zeros(4) };
    const scratch = zeros(conv2dScratch(windows));
    const { simd } = runOnBoth({ ...arrays, scratch }, (at) =>
      conv2d({ ...at, ...windows, relu: true }),
    );
    expect(simd.output).toEqual([0, 4, 3, 0]);
  });
});
