import { describe, expect, it } from 'vitest';
import { fitImage } from '../../src/image/fit-image.js';
import type { RawImage } from '../../src/image/image.js';

const colours: RawImage = {
  width: 2,
  height: 1,
  channels: 4,
  data: Uint8Array.of(200, 100, 0, 255, 0, 0, 0, 0),
};

describe('fitImage', () => {
  it('composites, shrinks and keeps colour', () => {
    const { data } = fitImage(colours, { width: 1, height: 1, channels: 3 });
    expect(Array.from(data)).toEqual([228, 178, 128]);
  });

  it('makes grey after shrinking', () => {
    const { data, channels } = fitImage(colours, { width: 1, height: 1, channels: 1 });
    // 0.299 · 228 + 0.587 · 178 + 0.114 · 128 = 187.25
    expect([channels, ...data]).toEqual([1, 187]);
  });

  it('makes grey into three equal channels', () => {
    const image = { width: 1, height: 1, channels: 1 as const, data: Uint8Array.of(7) };
    const { data } = fitImage(image, { width: 2, height: 1, channels: 3 });
    expect(Array.from(data)).toEqual([7, 7, 7, 7, 7, 7]);
  });

  it('never shares bytes with its input', () => {
    const image = { width: 1, height: 1, channels: 1 as const, data: Uint8Array.of(7) };
    expect(fitImage(image, image).data).not.toBe(image.data);
  });

  it('writes into an output that is given', () => {
    const output = new Uint8Array(2);
    fitImage(colours, { width: 2, height: 1, channels: 1 }, output);
    expect(Array.from(output)).toEqual([119, 255]);
  });
});
