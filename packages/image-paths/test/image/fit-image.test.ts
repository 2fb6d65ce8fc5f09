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

  describe('with an image of another aspect ratio', () => {
    // Columns 10, 20, 30, 40 in two rows.
    const wide: RawImage = {
      width: 4,
      height: 2,
      channels: 1,
      data: Uint8Array.of(10, 20, 30, 40, 10, 20, 30, 40),
    };
    const square = { width: 2, height: 2, channels: 1 } as const;
    const large = { width: 4, height: 4, channels: 1 } as const;

    it('stretches it unless told otherwise', () => {
      expect(Array.from(fitImage(wide, square).data)).toEqual([15, 35, 15, 35]);
      expect(fitImage(wide, { ...square, fit: 'stretch' })).toEqual(fitImage(wide, square));
    });

    it('crops it to its middle', () => {
      expect(Array.from(fitImage(wide, { ...square, fit: 'crop' }).data)).toEqual([20, 30, 20, 30]);
      const tall = { width: 1, height: 3, channels: 1 as const, data: Uint8Array.of(1, 2, 3) };
      expect(Array.from(fitImage(tall, { ...square, fit: 'crop' }).data)).toEqual([2, 2, 2, 2]);
    });

    it('pads it above and below, or left and right, with its mean', () => {
      const row = [25, 25, 25, 25];
      expect(Array.from(fitImage(wide, { ...large, fit: 'pad' }).data)).toEqual([
        ...row,
        ...[10, 20, 30, 40, 10, 20, 30, 40],
        ...row,
      ]);
      const tall = { width: 1, height: 2, channels: 1 as const, data: Uint8Array.of(0, 255) };
      expect(
        Array.from(fitImage(tall, { width: 4, height: 2, channels: 1, fit: 'pad' }).data),
      ).toEqual([128, 0, 128, 128, 128, 255, 128, 128]);
    });

    it('pads every channel with its own mean', () => {
      const { data } = fitImage(colours, { width: 2, height: 2, channels: 3, fit: 'pad' });
      // Means of 200 and 255, 100 and 255, 0 and 255 below; 1 of 2 rows is left.
      expect(Array.from(data.subarray(6))).toEqual([228, 178, 128, 228, 178, 128]);
      expect(Array.from(data.subarray(0, 6))).toEqual([200, 100, 0, 255, 255, 255]);
    });

    it('keeps a line of pixels however thin the image is', () => {
      const line = { width: 5000, height: 1, channels: 1 as const, data: new Uint8Array(5000) };
      for (const fit of ['stretch', 'pad', 'crop'] as const) {
        expect(fitImage(line, { ...large, fit }).data).toEqual(new Uint8Array(16));
        expect(fitImage({ ...line, width: 1, height: 5000 }, { ...large, fit }).data).toEqual(
          new Uint8Array(16),
        );
      }
    });

    it('does the same three things to an image that has the ratio', () => {
      const of = { width: 2, height: 1, channels: 1 } as const;
      const stretched = fitImage(wide, of);
      expect(fitImage(wide, { ...of, fit: 'pad' })).toEqual(stretched);
      expect(fitImage(wide, { ...of, fit: 'crop' })).toEqual(stretched);
    });

    it('refuses other ways, sides that are none, and outputs that do not fit', () => {
      expect(() => fitImage(wide, { ...square, fit: 'cover' as never })).toThrow(
        'fit must be one of stretch, pad, crop, got "cover"',
      );
      expect(() => fitImage(wide, { ...square, width: 1.5, fit: 'pad' })).toThrow(
        'width must be an integer of at least 1, got 1.5',
      );
      for (const fit of ['stretch', 'pad', 'crop'] as const) {
        expect(() => fitImage(wide, { ...square, fit }, new Uint8Array(5))).toThrow(
          'output must have 4 bytes, got 5',
        );
        expect(() => fitImage({ ...wide, data: new Uint8Array(3) }, { ...square, fit })).toThrow(
          'has 8 bytes, got 3',
        );
      }
    });
  });
});
