import { predict } from '@sig/heads';
import { createFeatures, defaultRecipe } from '@sig/image-paths';
import { describe, expect, it } from 'vitest';
import {
  attachKnn,
  classify,
  createFeatureNet,
  createKnn,
  extractFeatures,
  fitReferences,
  ONE_PIXEL_SHIFTS,
  project,
  shiftImages,
} from '../../src/index.js';

// Corners: a bright pixel near the upper left or the lower right, the rest a little noise.
const labels = Array.from({ length: 30 }, (_, index) => index % 2);
const images = new Uint8Array(30 * 64).map((_, at) => Math.floor(20 * (1 + Math.sin(at * at))));
for (const [index, label] of labels.entries()) images[index * 64 + (label ? 45 : 18)] = 255;
const training = { images, labels };
const network = createFeatureNet({ inputShape: [8, 8, 1], filters: [4], seed: 1 });

describe('fitReferences', () => {
  it('takes the features of each image as they are unless more is asked for', async () => {
    const { knn, projection } = await fitReferences(network, training, { k: 3 });
    expect(projection).toBeUndefined();
    expect(knn.references).toEqual(await extractFeatures(network, images));
    expect([...knn.labels]).toEqual(labels);
    expect(knn.k).toBe(3);
  });

  it('makes a reference of each shift', async () => {
    const { knn } = await fitReferences(network, training, { shifts: ONE_PIXEL_SHIFTS });
    expect(knn.count).toBe(9 * 30);
    const fourth = shiftImages(images, [8, 8, 1], ONE_PIXEL_SHIFTS[4]);
    const expected = await extractFeatures(network, fourth);
    const width = expected.length / 30;
    expect(knn.references.subarray(4 * 30 * width, 5 * 30 * width)).toEqual(expected);
    expect([...knn.labels.subarray(120, 150)]).toEqual(labels);
  });

  it('measures between discriminants, in which queries are found again', async () => {
    const discriminants = { subclasses: 2, shrinkage: 0.1 };
    const shifts = ONE_PIXEL_SHIFTS;
    const { knn, projection } = await fitReferences(network, training, {
      k: 1,
      shifts,
      discriminants,
    });
    expect(projection.bias.length).toBe(3);
    expect(knn.width).toBe(3);
    const moved = shiftImages(images, [8, 8, 1], [-1, 1]);
    const queries = await project(projection, await extractFeatures(network, moved));
    const found = await classify(knn, queries);
    expect([...found.labels]).toEqual(labels);
  });

  it('becomes one network whose classes are those of the k-NN on projected features', async () => {
    const recipe = defaultRecipe({ transform: 'pixels', width: 8, height: 8, channels: 'grey' });
    const features = createFeatures(recipe);
    const net = createFeatureNet({ features, inputShape: [8, 8, 1], filters: [4], seed: 1 });
    const fitted = await fitReferences(net, training, {
      k: 3,
      shifts: ONE_PIXEL_SHIFTS,
      discriminants: { subclasses: 2, shrinkage: 0.1 },
    });
    const engine = attachKnn(net, fitted);
    expect(engine.layers.slice(-2).map(({ kind }) => kind)).toEqual(['dense', 'knn']);
    const noise = Uint8Array.from({ length: 50 * 64 }, (_, at) => (at * at * 31) % 251);
    const queries = await project(fitted.projection, await extractFeatures(net, noise));
    const expected = await classify(fitted.knn, queries);
    expect(new Set(expected.labels).size).toBe(2);
    const shares = await predict(engine, noise);
    for (const [row, label] of expected.labels.entries()) {
      const own = [...shares.subarray(2 * row, 2 * row + 2)];
      expect(own.indexOf(Math.max(...own))).toBe(label);
      expect(own[0]).toBeCloseTo(expected.probabilities[2 * row], 5);
    }
  });

  it('shifts the bytes that a recipe makes features of', async () => {
    const recipe = defaultRecipe({ transform: 'pixels', width: 8, height: 8, channels: 'grey' });
    const features = createFeatures(recipe);
    const weights = Object.fromEntries(
      Object.entries(network.weights).map(([name, values]) => [name.replace('0', '1'), values]),
    );
    const net = createFeatureNet({ features, inputShape: [8, 8, 1], filters: [4], weights });
    const shifts = ONE_PIXEL_SHIFTS;
    const { knn } = await fitReferences(net, training, { shifts });
    const other = await fitReferences(network, training, { shifts });
    expect(knn.count).toBe(270);
    const apart = knn.references.map((value, at) => Math.abs(value - other.knn.references[at]));
    expect(Math.max(...apart)).toBeLessThan(1e-6);
  });

  it('becomes no network where widths do not fit, in one line', async () => {
    const discriminants = { subclasses: 2, shrinkage: 0.1 };
    const { knn, projection } = await fitReferences(network, training, { discriminants });
    const wider = createFeatureNet({ inputShape: [8, 8, 1], filters: [5] });
    expect(() => attachKnn(wider, { knn, projection })).toThrow(
      'the projection must be of width 45 as the features, got 36',
    );
    expect(() => attachKnn(network, knn)).toThrow(
      'the references must be of width 36 as the features, got 3',
    );
    const flat = createKnn(new Float32Array(8), [0, 1, 0, 1], { k: 1 });
    expect(() => attachKnn(network, { knn: flat, projection })).toThrow(
      'references must be 12 numbers',
    );
  });
});
