import { describe, expect, it } from 'vitest';
import {
  batchNorm,
  conv2d,
  countCost,
  dense,
  depthwiseConv2d,
  globalAvgPool2d,
  type Layer,
  relu,
} from '../../src/index.js';

/** A depthwise-separable network on pixels: a stem of stride 2, then blocks of growing width. */
function separable(widths: readonly number[], classes: number): Layer[] {
  const [stem, ...others] = widths;
  const activated = (layer: Layer): Layer[] => [layer, batchNorm(), relu()];
  return [
    ...activated(conv2d(stem, { stride: 2, padding: 1, bias: false })),
    ...others.flatMap((width, index) => [
      ...activated(depthwiseConv2d({ padding: 1, stride: index % 2 === 0 ? 1 : 2 })),
      ...activated(conv2d(width, { size: 1, bias: false })),
    ]),
    globalAvgPool2d(),
    dense(classes),
  ];
}

describe('a depthwise-separable network', () => {
  it('has the parameters and multiply-adds that are worked out by hand', () => {
    const { params, macs } = countCost(separable([16, 32, 64, 64, 128, 128], 10), [64, 64, 3]);
    expect(params).toBe(37_162);
    const depthwise = 9 * (32 ** 2 * 16 + 16 ** 2 * 32 + 16 ** 2 * 64 + 8 ** 2 * 64 + 8 ** 2 * 128);
    const pointwise =
      32 ** 2 * 16 * 32 +
      16 ** 2 * 32 * 64 +
      16 ** 2 * 64 * 64 +
      8 ** 2 * 64 * 128 +
      8 ** 2 * 128 * 128;
    expect(macs).toBe(32 ** 2 * 27 * 16 + depthwise + pointwise + 1280);
  });
});
