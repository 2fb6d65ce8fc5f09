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

  it('refuses a set that would not fit into memory', () => {
    const huge: ImageSet = { ...set, count: 60_000 };
    expect(() => resizeImageSet(huge, { width: 1024, height: 1024, channels: 1 })).toThrow(
      '60000 images of 1024×1024×1 need 62915 MB, more than the limit of 2148 MB; take a smaller size',
    );
    expect(() =>
      resizeImageSet(set, { width: 1, height: 1, channels: 3 }, { maxBytes: 8 }),
    ).toThrow('3 images of 1×1×3 need 1 MB');
  });

  it('refuses a limit that is none', () => {
    const one = { width: 1, height: 1, channels: 1 } as const;
    expect(() => resizeImageSet(set, one, { maxBytes: Number.NaN })).toThrow(
      'maxBytes must be an integer of at least 1, got NaN',
    );
  });

  it('refuses a side of 0', () => {
    expect(() => resizeImageSet(set, { width: 0, height: 1, channels: 1 })).toThrow(
      'width must be an integer of at least 1, got 0',
    );
  });

  it('refuses a size that cannot be, of an empty set too', () => {
    const empty = { ...set, count: 0, pixels: new Uint8Array(), labels: new Int32Array() };
    expect(() => resizeImageSet(empty, { width: -1, height: 1, channels: 1 })).toThrow(
      'width must be an integer of at least 1, got -1',
    );
    expect(() => resizeImageSet(empty, { width: 1, height: 1, channels: 2 as 1 })).toThrow(
      'channels must be 1 or 3, got 2',
    );
  });
});
