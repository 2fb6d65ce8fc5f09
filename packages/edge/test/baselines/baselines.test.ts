import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import {
  countGraphCost,
  encodeOnnx,
  mobileNet,
  mobileNetV2,
  resNet,
  vgg16,
  visionTransformer,
} from '../../src/baselines/index.js';
import { countOnnxCost } from '../../src/onnx/count-onnx-cost.js';

describe('the baselines', () => {
  // Parameters and multiply-adds as torchvision publishes them with its weights.
  it.each([
    ['MobileNetV2', mobileNetV2(), 3_504_872, 0.3],
    ['ResNet-18', resNet(18), 11_689_512, 1.81],
    ['ResNet-34', resNet(34), 21_797_672, 3.66],
    ['ResNet-50', resNet(50), 25_557_032, 4.09],
    ['ResNet-101', resNet(101), 44_549_160, 7.8],
    ['ResNet-152', resNet(152), 60_192_808, 11.51],
  ])('%s has the published parameters and multiply-adds', (_, graph, params, gigaMacs) => {
    const cost = countGraphCost(graph);
    expect(cost.params).toBe(params);
    expect(cost.macs / 1e9).toBeCloseTo(gigaMacs, 2);
  });

  // `Model.summary()` of Keras, without running statistics: 25,636,712 with 53,120 of them, 14,714,688
  // with none, 4,253,864 with 21,888.
  it.each([
    ['ResNet-50 with biases', resNet(50, { variant: 'keras' }), 25_583_592, 3.86],
    ['the convolutions of VGG16', vgg16(), 14_714_688, 15.35],
    ['MobileNet', mobileNet(), 4_231_976, 0.57],
  ])('%s has the parameters of Keras and the published multiply-adds', (_, graph, params, giga) => {
    const cost = countGraphCost(graph);
    expect(cost.params).toBe(params);
    expect(cost.macs / 1e9).toBeCloseTo(giga, 2);
  });

  // Worked out layer by layer for 16 patches of 16×16 pixels: 49,216 of the projection, 1,024 of the
  // places, 83,200 for each of 8 layers, 128, 2,099,200, 2,098,176 and 2,050.
  it('a vision transformer has the parameters of its layers', () => {
    const { params, macs } = countOnnxCost(encodeOnnx(visionTransformer()));
    expect(params).toBe(4_915_394);
    // Projection, then for each layer query, key, value and output, scores and context, perceptron.
    const layer = 16 * (4 * 64 * 256 + 2 * 64 * 128) + 2 * 4 * 16 * 16 * 64;
    const head = 1024 * 2048 + 2048 * 1024 + 1024 * 2;
    expect(macs).toBe(16 * 768 * 64 + 8 * layer + head);
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
    ['ResNet-50 of Keras', resNet(50, { size: 33, classes: 2, variant: 'keras', seed: 1 }), 33],
    ['MobileNet', mobileNet({ size: 32, classes: 10 }), 32],
    ['VGG16', vgg16({ size: 32, classes: 10 }), 32],
    ['a vision transformer', visionTransformer({ size: 32, classes: 10 }), 32],
  ])('%s runs in onnxruntime and puts out probabilities', async (_, graph, size) => {
    const session = await InferenceSession.create(encodeOnnx(graph));
    const image = new Tensor('float32', new Float32Array(3 * size * size).fill(0.3), [
      1,
      3,
      size,
      size,
    ]);
    const { probabilities } = await session.run({ image });
    expect(probabilities.dims).toEqual(graph.output.shape);
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
    expect(() => resNet(20 as 18)).toThrow(/depth must be 18, 34, 50, 101 or 152, got 20/);
    expect(() => mobileNet({ size: 0 })).toThrow(/mobileNet: size must be an integer from 1/);
    expect(() => vgg16({ size: 31 })).toThrow(/vgg16: size must be an integer from 32 to 1024/);
    expect(() => visionTransformer({ size: 60 })).toThrow(/a multiple of the patch, 16, got 60/);
    expect(() => resNet(18, { classes: 0 })).toThrow(/classes must be an integer/);
  });
});
