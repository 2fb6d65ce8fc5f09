import { countCost } from '@sig/heads';
import { createFeatures, defaultRecipe } from '@sig/image-paths';
import { describe, expect, it } from 'vitest';
import { createFeatureNet, extractFeatures } from '../../src/index.js';

describe('createFeatureNet', () => {
  it('has the 18,816 parameters and 1,600 features of the slides', () => {
    const { layers, inputShape, shapes } = createFeatureNet();
    expect(countCost(layers, inputShape).params).toBe(320 + 18_496);
    expect(shapes.at(-1)).toEqual([1600]);
  });

  it('says what is wrong with its filters and images', () => {
    expect(() => createFeatureNet({ filters: [] })).toThrow('filters must name at least one');
    expect(() => createFeatureNet({ inputShape: [4, 4, 1] })).toThrow(RangeError);
  });
});

describe('extractFeatures', () => {
  const weights = {
    // The middle of each window, and the negative of it plus 0.6.
    '0.conv2d.kernel': [0, 0, 0, 0, 0, 0, 0, 0, 1, -1, 0, 0, 0, 0, 0, 0, 0, 0],
    '0.conv2d.bias': [0, 0.6],
  };
  const network = createFeatureNet({ inputShape: [4, 4, 1], filters: [2], weights });
  const images = Uint8Array.from({ length: 32 }, (_, at) => (at === 21 ? 204 : 51));

  it('computes convolution, ReLU and maximum', async () => {
    const found = await extractFeatures(network, images);
    const expected = [0.2, 0.4, 0.8, 0.4];
    for (const [at, value] of expected.entries()) expect(found[at]).toBeCloseTo(value, 6);
  });

  it('gives the same on two threads and for floats', async () => {
    const reals = Float32Array.from(images, (byte) => byte / 255);
    const one = await extractFeatures(network, images);
    expect(await extractFeatures(network, reals, { threads: 2 })).toEqual(one);
    await expect(extractFeatures(network, reals.subarray(1))).rejects.toThrow('multiple of 16');
  });

  it('gives the same where a recipe makes the input of the pixels, in colour too', async () => {
    for (const channels of ['grey', 'rgb'] as const) {
      const inputShape = [6, 5, channels === 'rgb' ? 3 : 1] as const;
      const recipe = defaultRecipe({ transform: 'pixels', width: 5, height: 6, channels });
      const options = { inputShape, filters: [3], seed: 2 };
      const bare = createFeatureNet(options);
      const weights = Object.fromEntries(
        Object.entries(bare.weights).map(([name, values]) => [name.replace(/^0/, '1'), values]),
      );
      const features = createFeatures(recipe);
      const whole = createFeatureNet({ ...options, features, weights });
      const bytes = Uint8Array.from(
        { length: 4 * features.inputBytes },
        (_, at) => (at * 37) % 256,
      );
      const expected = await extractFeatures(bare, bytes);
      const found = await extractFeatures(whole, bytes);
      for (const [at, value] of expected.entries()) expect(found[at]).toBeCloseTo(value, 5);
      await expect(extractFeatures(whole, Float32Array.from(bytes))).rejects.toThrow(TypeError);
    }
  });
});
