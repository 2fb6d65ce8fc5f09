import { describe, expect, it } from 'vitest';
import type { ImageSet } from '../../src/image/image-set.js';
import { resizeImageSet } from '../../src/image/resize-image-set.js';

const set: ImageSet = {
  width: 2,
  height: 1,
  channels: 1,
  count: 3,
  pixels: Uint8Array.of(0, 10, 20, 30, 40, 60),
  labels: Int32Array.of(2, 0, 1),
};

describe('resizeImageSet', () => {
  it('resizes every image and keeps the labels', () => {
    const small = resizeImageSet(set, { width: 1, height: 1, channels: 1 });
    expect(small).toEqual({
      width: 1,
      height: 1,
      channels: 1,
      count: 3,
      pixels: Uint8Array.of(5, 25, 50),
      labels: set.labels,
    });
  });

  it('changes the channels', () => {
    const { pixels } = resizeImageSet(set, { width: 1, height: 1, channels: 3 });
    expect(Array.from(pixels)).toEqual([5, 5, 5, 25, 25, 25, 50, 50, 50]);
  });

  it('returns a set that has the size already', () => {
    expect(resizeImageSet(set, { width: 2, height: 1, channels: 1 })).toBe(set);
  });

  it('refuses a side of 0', () => {
    expect(() => resizeImageSet(set, { width: 0, height: 1, channels: 1 })).toThrow(
      'width must be an integer of at least 1, got 0',
    );
  });
});
