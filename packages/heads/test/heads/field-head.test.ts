import { describe, expect, it } from 'vitest';
import {
  countCost,
  createNetwork,
  fieldHead,
  predict,
  SMALL_FIELD_WIDTHS,
} from '../../src/index.js';

const field = [15, 15, 30];

describe('fieldHead', () => {
  it('has the parameters and multiply-adds that are worked out by hand', () => {
    const { params, macs } = countCost(fieldHead(field, 10), field);
    const norms = 2 * (30 + 64 + (64 + 64) + (64 + 96) + (96 + 128) + (128 + 128));
    const depthwise = 9 * (64 + 64 + 96 + 128);
    const pointwise = 30 * 64 + 64 * 64 + 64 * 96 + 96 * 128 + 128 * 128;
    expect(params).toBe(norms + depthwise + pointwise + 1290);
    expect(params).toBe(47_014);
    // 15×15, then 8×8 from the second block on, then 4×4 in the fourth.
    const large = 15 ** 2 * (30 * 64 + 9 * 64 + 64 * 64);
    const middle = 8 ** 2 * (9 * 64 + 64 * 96 + 9 * 96 + 96 * 128);
    const small = 4 ** 2 * (9 * 128 + 128 * 128);
    expect(macs).toBe(large + middle + small + 1280);
  });

  it('has a small form for ten classes and for two', () => {
    const params = (classes: number) =>
      countCost(fieldHead(field, classes, { widths: SMALL_FIELD_WIDTHS }), field).params;
    expect(params(10)).toBe(17_518);
    expect(params(2)).toBe(16_742);
  });

  it('takes strides of its own', () => {
    const layers = fieldHead([9, 12, 14], 3, { widths: [4, 8, 8], strides: [3, 1] });
    const { shapes } = createNetwork({ layers, inputShape: [9, 12, 14] });
    expect(shapes[1]).toEqual([9, 12, 4]);
    expect(shapes[4]).toEqual([3, 4, 4]);
    expect(shapes.at(-4)).toEqual([3, 4, 8]);
    expect(shapes.at(-1)).toEqual([3]);
  });

  it('can weigh the places, and weighs them alike before it has learned', async () => {
    const widths = [4, 8];
    const inputShape = [9, 12, 14];
    const layers = fieldHead(inputShape, 3, { widths, pool: 'attention' });
    const weighed = createNetwork({ layers, inputShape, seed: 2 });
    const plain = createNetwork({ layers: fieldHead(inputShape, 3, { widths }), inputShape });
    // A rating of each of the 8 channels, and a bias.
    expect(countCost(layers, inputShape).params).toBe(
      countCost(plain.layers, inputShape).params + 9,
    );
    const names = Object.keys(weighed.weights).filter((name) => !name.includes('sequencePool'));
    Object.keys(plain.weights).forEach((name, at) => {
      plain.weights[name].set(weighed.weights[names[at]]);
    });
    const field = Float32Array.from({ length: 9 * 12 * 14 }, (_, at) => Math.sin(at * at));
    const expected = await predict(plain, field);
    (await predict(weighed, field)).forEach((p, at) => {
      expect(Math.abs(p - expected[at])).toBeLessThan(1e-6);
    });
  });

  it('refuses what is no field, and options out of range', () => {
    expect(() => fieldHead([64, 120], 2)).toThrow(
      'fieldHead takes a field [down, across, channels], got [64,120]',
    );
    expect(() => fieldHead(field, 2, { widths: [] })).toThrow('widths must not be empty');
    expect(() => fieldHead(field, 2, { widths: [4, 8], strides: [] })).toThrow(
      'fieldHead: strides must be one for each width but the first, 1, got 0',
    );
    expect(() => fieldHead(field, 2, { widths: [0] })).toThrow(RangeError);
    expect(() => fieldHead(field, 2, { dropout: 1 })).toThrow(RangeError);
    expect(() => fieldHead(field, 2, { pool: JSON.parse('"max"') })).toThrow(
      'fieldHead: pool must be mean or attention, got max',
    );
  });
});
