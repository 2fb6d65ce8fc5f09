import ndarray from 'ndarray';
import { describe, expect, it } from 'vitest';
import type { Image } from '../../src/image/image.js';
import { fromNdarray, toNdarray } from '../../src/image/image-ndarray.js';

const image: Image = {
  width: 2,
  height: 3,
  channels: 3,
  data: Uint8Array.from({ length: 18 }, (_, index) => index),
};

describe('toNdarray', () => {
  it('is a view [height, width, channels] over the same bytes', () => {
    const view = toNdarray(image);
    expect(view.shape).toEqual([3, 2, 3]);
    expect(view.get(2, 1, 0)).toBe(15);
    expect(view.data).toBe(image.data);
  });

  it('refuses an image whose bytes do not fit', () => {
    expect(() => toNdarray({ ...image, width: 3 })).toThrow(
      'an image of 3×3×3 has 27 bytes, got 18',
    );
  });
});

describe('fromNdarray', () => {
  it('undoes toNdarray without copying', () => {
    const back = fromNdarray(toNdarray(image));
    expect(back).toEqual(image);
    expect(back.data.buffer).toBe(image.data.buffer);
  });

  it('takes views that are turned, cut or of one channel', () => {
    const turned = fromNdarray(toNdarray(image).transpose(1, 0, 2));
    expect([turned.width, turned.height]).toEqual([3, 2]);
    expect(Array.from(turned.data.subarray(0, 6))).toEqual([0, 1, 2, 6, 7, 8]);
    const green = fromNdarray(toNdarray(image).pick(null, null, 1));
    expect(green).toEqual({
      width: 2,
      height: 3,
      channels: 1,
      data: Uint8Array.of(1, 4, 7, 10, 13, 16),
    });
  });

  it('rounds and clamps other numbers', () => {
    const array = ndarray(new Float32Array([-3, 1.6, 300, 2]), [2, 2]);
    expect(Array.from(fromNdarray(array).data)).toEqual([0, 2, 255, 2]);
  });

  it('refuses shapes that are no image', () => {
    expect(() => fromNdarray(ndarray(new Uint8Array(8), [2, 2, 2]))).toThrow(
      'an image must be [height, width], [height, width, 1] or [height, width, 3], got [2, 2, 2]',
    );
    expect(() => fromNdarray(ndarray(new Uint8Array(8), [8]))).toThrow(RangeError);
    expect(() => fromNdarray(ndarray(new Uint8Array(0), [0, 2]))).toThrow(
      'height must be an integer of at least 1, got 0',
    );
  });
});
