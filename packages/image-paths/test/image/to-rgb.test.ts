import { describe, expect, it } from 'vitest';
import type { RawImage } from '../../src/image/image.js';
import { toRgb } from '../../src/image/to-rgb.js';

function pixel(...values: number[]): RawImage {
  const channels = values.length as RawImage['channels'];
  return { width: 1, height: 1, channels, data: Uint8Array.from(values) };
}

describe('toRgb', () => {
  it('repeats grey three times', () => {
    expect(Array.from(toRgb(pixel(7)).data)).toEqual([7, 7, 7]);
  });

  it('leaves RGB as it is', () => {
    const image = pixel(1, 2, 3);
    expect(toRgb(image).data).toBe(image.data);
  });

  it('composites alpha on white', () => {
    expect(Array.from(toRgb(pixel(10, 20, 30, 0)).data)).toEqual([255, 255, 255]);
    expect(Array.from(toRgb(pixel(10, 20, 30, 255)).data)).toEqual([10, 20, 30]);
    expect(Array.from(toRgb(pixel(0, 255, 100, 51)).data)).toEqual([204, 255, 224]);
    expect(Array.from(toRgb(pixel(0, 51)).data)).toEqual([204, 204, 204]);
  });

  it('takes every pixel at its place', () => {
    const data = Uint8Array.of(1, 255, 2, 0);
    expect(Array.from(toRgb({ width: 2, height: 1, channels: 2, data }).data)).toEqual([
      1, 1, 1, 255, 255, 255,
    ]);
  });

  it('refuses five channels', () => {
    expect(() => toRgb(pixel(1, 2, 3, 4, 5))).toThrow(
      'an image must have 1, 2, 3 or 4 channels, got 5',
    );
  });
});
