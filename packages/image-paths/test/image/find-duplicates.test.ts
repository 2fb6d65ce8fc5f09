import { seededRandom } from '@sig/kernels/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDuplicates } from '../../src/image/find-duplicates.js';
import type { ImageSet } from '../../src/image/image-set.js';

/** Images of a row of pixels each. */
function setOf(...images: number[][]): ImageSet {
  return {
    width: images[0]?.length ?? 1,
    height: 1,
    channels: 1,
    count: images.length,
    pixels: Uint8Array.from(images.flat()),
    labels: new Int32Array(images.length),
  };
}

describe('findDuplicates', () => {
  it('groups the images that are the same, within a set and across sets', () => {
    const train = setOf([1, 2, 3, 4, 5], [0, 0, 0, 0, 0], [1, 2, 3, 4, 5], [1, 2, 3, 4, 6]);
    const test = setOf([0, 0, 0, 0, 0], [9, 2, 3, 4, 5], [1, 2, 3, 4, 5]);
    expect(findDuplicates([train, test])).toEqual([
      [
        { set: 0, index: 0 },
        { set: 0, index: 2 },
        { set: 1, index: 2 },
      ],
      [
        { set: 0, index: 1 },
        { set: 1, index: 0 },
      ],
    ]);
  });

  it('puts the group first whose first image lies first', () => {
    const [group, other] = findDuplicates([setOf([1], [2], [2], [1])]);
    expect(group.map(({ index }) => index)).toEqual([0, 3]);
    expect(other.map(({ index }) => index)).toEqual([1, 2]);
  });

  it('finds none where there are none', () => {
    expect(findDuplicates([])).toEqual([]);
    expect(findDuplicates([setOf([1], [2], [3])])).toEqual([]);
    expect(findDuplicates([{ ...setOf(), count: 0 }, setOf([1])])).toEqual([]);
  });

  it('finds what comparing each with each finds, at any length', () => {
    const sets = fc.integer({ min: 1, max: 9 }).chain((length) =>
      fc.array(fc.array(fc.nat({ max: 1 }), { minLength: length, maxLength: length }), {
        minLength: 1,
        maxLength: 20,
      }),
    );
    fc.assert(
      fc.property(sets, (images) => {
        const found = findDuplicates([setOf(...images)]).flat();
        const expected = images.flatMap((image, index) =>
          images.some((other, at) => at !== index && other.join() === image.join()) ? [index] : [],
        );
        expect(found.map(({ index }) => index).sort((a, b) => a - b)).toEqual(expected);
      }),
    );
  });

  it('tells thousands of images apart that differ in one bit', () => {
    const random = seededRandom(1);
    const base = Array.from({ length: 250 }, () => Math.floor(random() * 256));
    const images = Array.from({ length: 2000 }, (_, bit) =>
      base.map((value, at) => (at === bit >> 3 ? value ^ (1 << (bit & 7)) : value)),
    );
    expect(findDuplicates([setOf(...images)])).toEqual([]);
    expect(findDuplicates([setOf(...images, images[1234])])).toEqual([
      [
        { set: 0, index: 1234 },
        { set: 0, index: 2000 },
      ],
    ]);
  });

  it('refuses sets of different sizes', () => {
    expect(() => findDuplicates([setOf([1, 2]), setOf([1])])).toThrow(
      'sets must be of one size to be compared, got 2×1×1 and 1×1×1',
    );
  });
});
