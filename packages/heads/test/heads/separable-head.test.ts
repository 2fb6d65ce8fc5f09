import { describe, expect, it } from 'vitest';
import { countCost, createNetwork, separableHead } from '../../src/index.js';

describe('separableHead', () => {
  it('has the parameters and multiply-adds that are worked out by hand', () => {
    const { params, macs } = countCost(separableHead([64, 64, 3], 10), [64, 64, 3]);
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

  it('takes the rows of images as the images', () => {
    const network = createNetwork({
      layers: separableHead([20, 24 * 3], 4, { widths: [4, 8] }),
      inputShape: [20, 72],
    });
    expect(network.shapes[0]).toEqual([20, 24, 3]);
    expect(network.shapes[1]).toEqual([10, 12, 4]);
    const grey = separableHead([20, 24], 4, { channels: 1 });
    expect(grey[0].outputShape([20, 24])).toEqual([20, 24, 1]);
  });

  it('refuses what is no image, and options out of range', () => {
    expect(() => separableHead([64, 40], 2)).toThrow(
      'separableHead takes pixels [height, width, 3] or [height, width · 3], got [64,40]',
    );
    expect(() => separableHead([64], 2)).toThrow(RangeError);
    expect(() => separableHead([64, 64, 3], 2, { widths: [] })).toThrow('widths must not be empty');
    expect(() => separableHead([64, 64], 2, { channels: 0 })).toThrow(
      'separableHead: channels must be a positive integer, got 0',
    );
  });

  it('keeps the image large for longer where its strides say so', () => {
    const options = { widths: [4, 8, 8], strides: [2, 1], stemStride: 1 };
    const { shapes } = createNetwork({
      layers: separableHead([20, 24, 3], 4, options),
      inputShape: [20, 24, 3],
    });
    expect(shapes[0]).toEqual([20, 24, 4]);
    expect(shapes[3]).toEqual([10, 12, 4]);
    expect(shapes[9]).toEqual([10, 12, 8]);
    expect(() => separableHead([20, 24, 3], 4, { ...options, strides: [1] })).toThrow(
      'strides must be one for each width but the first, 2, got 1',
    );
  });
});
