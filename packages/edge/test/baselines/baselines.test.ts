import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { countGraphCost, encodeOnnx, mobileNetV2, resNet } from '../../src/baselines/index.js';

describe('the baselines', () => {
  // Parameters and multiply-adds as torchvision publishes them with its weights.
  it.each([
    ['MobileNetV2', mobileNetV2(), 3_504_872, 0.3],
    ['ResNet-18', resNet(18), 11_689_512, 1.81],
    ['ResNet-34', resNet(34), 21_797_672, 3.66],
    ['ResNet-50', resNet(50), 25_557_032, 4.09],
  ])('%s has the published parameters and multiply-adds', (_, graph, params, gigaMacs) => {
    const cost = countGraphCost(graph);
    expect(cost.params).toBe(params);
    expect(cost.macs / 1e9).toBeCloseTo(gigaMacs, 2);
  });

  // The table that the authors publish with their weights cuts off what is below a million.
  it.each([
    [96, 11],
    [128, 20],
    [160, 30],
    [224, 59],
  ])('MobileNetV2 0.35 at %i pixels has the published %i million multiply-adds', (size, macs) => {
    const cost = countGraphCost(mobileNetV2({ alpha: 0.35, size }));
    expect(Math.floor(cost.macs / 1e6)).toBe(macs);
    expect(cost.params / 1e6).toBeCloseTo(1.66, 1);
  });

  it.each([
    ['MobileNetV2', mobileNetV2({ alpha: 0.35, size: 32, classes: 10 }), 32],
    ['ResNet-18', resNet(18, { size: 32, classes: 10 }), 32],
    ['ResNet-50', resNet(50, { size: 33, classes: 10 }), 33],
  ])('%s runs in onnxruntime and puts out probabilities', async (_, graph, size) => {
    const session = await InferenceSession.create(encodeOnnx(graph));
    const image = new Tensor('float32', new Float32Array(3 * size * size).fill(0.3), [
      1,
      3,
      size,
      size,
    ]);
    const { probabilities } = await session.run({ image });
    expect(probabilities.dims).toEqual([1, 10]);
    const values = [...(probabilities.data as Float32Array)];
    expect(values.reduce((sum, value) => sum + value)).toBeCloseTo(1, 5);
    expect(Math.max(...values)).toBeLessThan(1);
    await session.release();
  });

  it('have the same bytes for the same seed, and others for another', () => {
    const small = { alpha: 0.35, size: 32, classes: 2 };
    const bytes = encodeOnnx(mobileNetV2(small));
    const equal = (other: Uint8Array): boolean => Buffer.compare(bytes, other) === 0;
    expect(equal(encodeOnnx(mobileNetV2(small)))).toBe(true);
    expect(equal(encodeOnnx(mobileNetV2({ ...small, seed: 1 })))).toBe(false);
  });

  it('refuse options out of range', () => {
    expect(() => mobileNetV2({ alpha: 0 })).toThrow(/alpha must be above 0 and at most 4, got 0/);
    expect(() => mobileNetV2({ size: 0.5 })).toThrow(/size must be an integer from 1 to 1024/);
    expect(() => resNet(20 as 18)).toThrow(/depth must be 18, 34 or 50, got 20/);
    expect(() => resNet(18, { classes: 0 })).toThrow(/classes must be an integer/);
  });
});
