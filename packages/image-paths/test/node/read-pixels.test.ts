import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { fitImage } from '../../src/image/fit-image.js';
import { readImage } from '../../src/node/read-image.js';
import { readPixels } from '../../src/node/read-pixels.js';

/** A ramp from left to right with an edge in the middle. */
function ramp(width: number, height: number) {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, at) => {
    const x = Math.floor(at / 3) % width;
    return (x > width / 2 ? 100 : 0) + Math.floor((100 * x) / width) + (at % 3);
  });
  return sharp(data, { raw: { width, height, channels: 3 } });
}

describe('readPixels', () => {
  it('with fitImage behind it is readImage', async () => {
    for (const file of [
      await ramp(301, 200).jpeg().toBuffer(),
      await ramp(30, 20).png().toBuffer(),
    ]) {
      for (const channels of [1, 3] as const) {
        const size = { width: 16, height: 16, channels, fit: 'pad' as const };
        expect(fitImage(await readPixels(file, size), size)).toEqual(await readImage(file, size));
      }
    }
  });

  it('keeps the size of an image unless it is told what for, and never enlarges one', async () => {
    const file = await ramp(301, 200).jpeg().toBuffer();
    expect(await readPixels(file)).toMatchObject({ width: 301, height: 200, channels: 3 });
    expect(await readPixels(file, { width: 8 })).toMatchObject({ width: 301, height: 200 });
    // Four times 8 pixels on the side that comes to it first.
    expect(await readPixels(file, { width: 8, height: 8 })).toMatchObject({
      width: 48,
      height: 32,
    });
    expect(await readPixels(file, { width: 90, height: 90 })).toMatchObject({ width: 301 });
  });

  it('refuses what is no image or cannot be, by name', async () => {
    await expect(readPixels('nowhere.jpg')).rejects.toThrow(/^nowhere\.jpg does not exist/);
    await expect(readPixels(Uint8Array.of(1, 2, 3))).rejects.toThrow(/^the image is not a JPEG/);
    await expect(readPixels(5 as never)).rejects.toThrow(TypeError);
    const file = await ramp(30, 20).png().toBuffer();
    await expect(readPixels(file, { width: 0, height: 4 })).rejects.toThrow(RangeError);
    await expect(readPixels(file, { maxPixels: 599 })).rejects.toThrow(/limit of 599/);
  });
});
