import { expect, test } from 'vitest';
import { duplicateImages } from '../../src/data/duplicate-images.js';
import type { ReadImages } from '../../src/data/image-source.js';

/** Grey images of one pixel: names with a class and a value. */
function part(images: Record<string, readonly [label: number, value: number]>): ReadImages {
  const entries = Object.values(images);
  return {
    names: Object.keys(images),
    skipped: [],
    images: {
      ...{ width: 1, height: 1, channels: 1, count: entries.length },
      pixels: Uint8Array.from(entries, ([, value]) => value),
      labels: Int32Array.from(entries, ([label]) => label),
    },
  };
}

test('a test image that is also trained on is named first, with all that are the same', () => {
  const train = part({ a: [0, 10], b: [0, 10], c: [1, 20] });
  const test = part({ d: [0, 10], e: [1, 30], f: [1, 30], g: [0, 20] });
  expect(duplicateImages(train, test)).toEqual({
    trainAndTest: [
      ['d', 'a', 'b'],
      ['g', 'c'],
    ],
    acrossClasses: [],
  });
});

test('the same image in several classes of the train part is found', () => {
  const train = part({ a: [0, 10], b: [0, 20], c: [1, 20], d: [2, 30] });
  expect(duplicateImages(train)).toEqual({ trainAndTest: [], acrossClasses: [['b', 'c']] });
  // A test image is no part of the contradiction.
  const { acrossClasses } = duplicateImages(train, part({ e: [1, 10], f: [0, 20] }));
  expect(acrossClasses).toEqual([['b', 'c']]);
});
