import { describe, expect, it } from 'vitest';
import {
  countCost,
  createNetwork,
  type Dataset,
  evaluate,
  fit,
  learnedFieldHead,
  predict,
} from '../../src/index.js';

describe('learnedFieldHead', () => {
  it('has the parameters and multiply-adds that are worked out by hand', () => {
    const layers = learnedFieldHead([64, 64, 3], 10, { widths: [56, 64, 96, 128, 128] });
    const { params, macs } = countCost(layers, [64, 64, 3]);
    expect(params).toBe(50_154);
    // Of 6 channels: 30 for each of 63 steps, 30 + 21 for each of 15 segments, 6 squares a pixel.
    const field = 2 * 64 * (63 * 30 + 15 * 51) + 64 * 64 * 6;
    const [first, second, third] = [15 ** 2, 8 ** 2, 4 ** 2];
    const depthwise = 9 * (first * 56 + second * (64 + 96) + third * 128);
    const pointwise =
      first * (96 * 56 + 56 * 64) + second * (64 * 96 + 96 * 128) + third * 128 * 128;
    expect(macs).toBe(64 ** 2 * 27 * 6 + field + depthwise + pointwise + 1280);
  });

  it('takes the rows of images as the images', () => {
    const options = { channels: 1, paths: 2, window: 4, stride: 2, widths: [4, 8] };
    const layers = learnedFieldHead([12, 16], 3, options);
    const network = createNetwork({ layers, inputShape: [12, 16] });
    expect(network.shapes.slice(0, 4)).toEqual([
      [12, 16, 1],
      [12, 16, 2],
      [12, 16, 2],
      [5, 7, 2 * (2 + 4) + 4],
    ]);
  });

  it('has a quarter of the pixels behind a front of stride 2, and the lines that are asked for', () => {
    const options = {
      frontStride: 2,
      window: 4,
      stride: 2,
      direction: 'rows',
      moments: false,
    } as const;
    const layers = learnedFieldHead([64, 64, 3], 10, { ...options, widths: [8] });
    const network = createNetwork({ layers, inputShape: [64, 64, 3] });
    expect(network.shapes.slice(0, 3)).toEqual([
      [32, 32, 6],
      [32, 32, 6],
      [15, 15, 42],
    ]);
  });

  it('normalises the paths before tanh, in place of a bias', () => {
    const layers = learnedFieldHead([64, 64, 3], 10, {
      ...{ normalise: true, window: 4, stride: 2 },
      ...{ widths: [32, 48, 88, 112, 112], strides: [2, 1, 2, 1] },
    });
    expect(layers.slice(0, 4).map(({ kind }) => kind)).toEqual([
      'conv2d',
      'batchNorm',
      'tanh',
      'signatureField',
    ]);
    // By hand: 3×3×3×6 and 2 · 6, 2 · 96, then each block and the classes.
    const blocks = [
      [32, 48],
      [48, 88],
      [88, 112],
      [112, 112],
    ].map(([a, b]) => 9 * a + 2 * a + a * b + 2 * b);
    const sum = blocks.reduce((all, block) => all + block, 0);
    const params = 162 + 12 + 192 + 96 * 32 + 64 + sum + 1130;
    expect(countCost(layers, [64, 64, 3]).params).toBe(params);
  });

  it('learns which of two strokes an image has, through the signature', async () => {
    // A bright line that falls, or rises, anywhere: mean and deviation are the same.
    const labels = Uint8Array.from({ length: 64 }, (_, sample) => sample % 2);
    const dataset: Dataset = {
      count: 64,
      classes: ['rises', 'falls'],
      labels,
      read(sample, target) {
        target.fill(0);
        for (let step = 0; step < 8; step++) {
          const row = 2 + (sample % 2 ? step : 7 - step);
          target[row * 12 + step + (sample % 5)] = 1;
        }
      },
    };
    const options = { channels: 1, paths: 3, window: 4, stride: 2, widths: [8, 8] };
    const layers = learnedFieldHead([12, 12], 2, options);
    const network = createNetwork({ layers, inputShape: [12, 12], seed: 3 });
    await fit(network, dataset, { epochs: 40, batch: 16, learningRate: 0.01 });
    const probabilities = await predict(network, dataset);
    expect(evaluate(probabilities, labels, dataset.classes).accuracy).toBe(1);
  });

  it('refuses what is no image, and options out of range', () => {
    expect(() => learnedFieldHead([64, 40], 2)).toThrow(
      'learnedFieldHead takes pixels [height, width, 3] or [height, width · 3], got [64,40]',
    );
    expect(() => learnedFieldHead([64, 64, 3], 2, { paths: 0 })).toThrow(
      'learnedFieldHead: paths must be a positive integer, got 0',
    );
    expect(() => learnedFieldHead([6, 64, 3], 2)).toThrow('needs at least 8 × 8 pixels');
  });
});
