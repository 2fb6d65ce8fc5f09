import { describe, expect, it } from 'vitest';
import {
  classify,
  createFeatureNet,
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
});
