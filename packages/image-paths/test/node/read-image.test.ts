import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { seededRandom } from '@sig/kernels/random';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Image } from '../../src/image/image.js';
import { resizeArea } from '../../src/image/resize-area.js';
import { readImage } from '../../src/node/read-image.js';
import { temporaryFolder } from './temporary-folder.js';

/** Four blocks of colour: red, green over blue, white; 16 pixels a side each, 32×32 unless said. */
const CORNERS = [
  [255, 0, 0],
  [0, 255, 0],
  [0, 0, 255],
  [255, 255, 255],
];

function blocks(side = 16): Image {
  const width = 2 * side;
  const data = new Uint8Array(width * width * 3);
  for (let y = 0; y < width; y++) {
    for (let x = 0; x < width; x++) {
      data.set(CORNERS[2 * Number(y >= side) + Number(x >= side)], (y * width + x) * 3);
    }
  }
  return { width, height: width, channels: 3, data };
}

function toSharp({ width, height, channels, data }: Image) {
  return sharp(Buffer.from(data), { raw: { width, height, channels } });
}

/** The colours in the middle of the four blocks. */
function corners({ width, height, data }: Image): number[][] {
  return [0.25, 0.75].flatMap((down) =>
    [0.25, 0.75].map((across) => {
      const at = (Math.floor(height * down) * width + Math.floor(width * across)) * 3;
      return Array.from(data.subarray(at, at + 3));
    }),
  );
}

function expectColours(found: number[][], wanted: number[][], tolerance: number): void {
  found.forEach((colour, corner) => {
    colour.forEach((value, channel) => {
      expect(Math.abs(value - wanted[corner][channel])).toBeLessThanOrEqual(tolerance);
    });
  });
}

describe('readImage', () => {
  it('reads PNG exactly, from bytes and from a file', async () => {
    const image = blocks();
    const png = await toSharp(image).png().toBuffer();
    expect(await readImage(png)).toEqual(image);
    const folder = await temporaryFolder({ 'a.png': png });
    expect(await readImage(join(folder, 'a.png'))).toEqual(image);
  });

  it('reads every lossy format about right', async () => {
    const source = toSharp(blocks());
    const files = {
      jpeg: await source.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer(),
      webp: await source.webp({ quality: 95 }).toBuffer(),
      avif: await source.avif({ quality: 90, chromaSubsampling: '4:4:4' }).toBuffer(),
      gif: await source.gif().toBuffer(),
      tiff: await source.tiff({ compression: 'lzw' }).toBuffer(),
    };
    for (const bytes of Object.values(files)) {
      const image = await readImage(bytes);
      expect([image.width, image.height, image.channels]).toEqual([32, 32, 3]);
      expectColours(corners(image), CORNERS, 12);
    }
  });

  it('turns images upright in all eight EXIF orientations', async () => {
    const [a, b, c, d] = CORNERS;
    // What the stored corners a, b over c, d look like when shown as each orientation says.
    const shown = [
      [a, b, c, d],
      [b, a, d, c],
      [d, c, b, a],
      [c, d, a, b],
      [a, c, b, d],
      [c, a, d, b],
      [d, b, c, a],
      [b, d, a, c],
    ];
    for (const [index, wanted] of shown.entries()) {
      const bytes = await toSharp(blocks())
        .withMetadata({ orientation: index + 1 })
        .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
        .toBuffer();
      expectColours(corners(await readImage(bytes)), wanted, 12);
      expectColours(corners(await readImage(bytes, { width: 4, height: 4 })), wanted, 12);
    }
  });

  it('swaps the sides of an image that lies on its side', async () => {
    const bytes = await toSharp({ ...blocks(), width: 64, height: 16 })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { width, height } = await readImage(bytes);
    expect([width, height]).toEqual([16, 64]);
  });

  it('brings 16 bits to 8', async () => {
    const values = Uint16Array.of(0, 257 * 100, 65535, 257 * 7);
    const bytes = await sharp(values, { raw: { width: 4, height: 1, channels: 1 } })
      .toColourspace('grey16')
      .png()
      .toBuffer();
    expect((await sharp(bytes).metadata()).depth).toBe('ushort');
    const { data } = await readImage(bytes, { channels: 1 });
    expect(Array.from(data)).toEqual([0, 100, 255, 7]);
  });

  it('brings 16-bit RGB with alpha to 8 bits on white', async () => {
    const values = Uint16Array.of(65535, 0, 257 * 80, 65535, 0, 0, 0, 0);
    const bytes = await sharp(values, { raw: { width: 2, height: 1, channels: 4 } })
      .toColourspace('rgb16')
      .png()
      .toBuffer();
    expect((await sharp(bytes).metadata()).depth).toBe('ushort');
    const { data } = await readImage(bytes);
    expect(Array.from(data)).toEqual([255, 0, 80, 255, 255, 255]);
  });

  it('turns CMYK into RGB', async () => {
    const bytes = await toSharp(blocks()).toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer();
    expect((await sharp(bytes).metadata()).space).toBe('cmyk');
    const image = await readImage(bytes);
    expect(image.channels).toBe(3);
    const [red, green, blue, white] = corners(image);
    // Inks reach no pure green or blue; each must still be the strongest.
    expect(Math.min(...white)).toBeGreaterThan(240);
    expect(red[0]).toBeGreaterThan(Math.max(red[1], red[2]) + 100);
    expect(green[1]).toBeGreaterThan(Math.max(green[0], green[2]));
    expect(blue[2]).toBeGreaterThan(Math.max(blue[0], blue[1]) + 40);
  });

  it('repeats grey in three channels', async () => {
    const raw = { width: 2, height: 1, channels: 1 as const };
    const bytes = await sharp(Buffer.from([10, 200]), { raw })
      .toColourspace('b-w')
      .png()
      .toBuffer();
    expect((await sharp(bytes).metadata()).channels).toBe(1);
    expect(Array.from((await readImage(bytes)).data)).toEqual([10, 10, 10, 200, 200, 200]);
    expect(Array.from((await readImage(bytes, { channels: 1 })).data)).toEqual([10, 200]);
  });

  it('composites alpha on white, grey and in colour', async () => {
    const grey = await sharp(Buffer.from([0, 255, 0, 0]), {
      raw: { width: 2, height: 1, channels: 2 },
    })
      .toColourspace('b-w')
      .png()
      .toBuffer();
    expect(Array.from((await readImage(grey)).data)).toEqual([0, 0, 0, 255, 255, 255]);
    const colour = await sharp(Buffer.from([255, 0, 0, 255, 9, 9, 9, 0]), {
      raw: { width: 2, height: 1, channels: 4 },
    })
      .png()
      .toBuffer();
    expect(Array.from((await readImage(colour)).data)).toEqual([255, 0, 0, 255, 255, 255]);
  });

  it('takes the first frame of animations, with a palette', async () => {
    const frames = Buffer.from(
      [...new Array(16).fill([255, 0, 0]), ...new Array(16).fill([0, 0, 255])].flat(),
    );
    const raw = { width: 4, height: 8, channels: 3 as const, pageHeight: 4 };
    const gif = await sharp(frames, { raw })
      .gif({ delay: [50, 50] })
      .toBuffer();
    const webp = await sharp(frames, { raw })
      .webp({ delay: [50, 50], lossless: true })
      .toBuffer();
    for (const bytes of [gif, webp]) {
      expect((await sharp(bytes, { animated: true }).metadata()).pages).toBe(2);
      const image = await readImage(bytes);
      expect([image.width, image.height]).toEqual([4, 4]);
      expectColours(corners(image), new Array(4).fill([255, 0, 0]), 3);
    }
  });

  it('shrinks by area', async () => {
    const image = blocks(5);
    const png = await toSharp(image).png().toBuffer();
    expect(await readImage(png, { width: 4, height: 3 })).toEqual(resizeArea(image, 4, 3));
  });

  it('comes close to the area also where the decoder shrinks first', async () => {
    const side = 600;
    const data = new Uint8Array(side * side * 3);
    for (let at = 0; at < data.length; at++) {
      const pixel = Math.floor(at / 3);
      const x = pixel % side;
      const y = Math.floor(pixel / side);
      data[at] = 128 + 60 * Math.sin(x / 30 + (at % 3)) + 50 * Math.cos(y / 17);
    }
    const image: Image = { width: side, height: side, channels: 3, data };
    const exact = resizeArea(image, 16, 12).data;
    const source = toSharp(image);
    for (const bytes of [
      await source.jpeg({ quality: 95 }).toBuffer(),
      await source.png().toBuffer(),
    ]) {
      const found = (await readImage(bytes, { width: 16, height: 12 })).data;
      found.forEach((value, at) => {
        expect(Math.abs(value - exact[at])).toBeLessThanOrEqual(4);
      });
    }
  });

  it('enlarges an image of one pixel', async () => {
    const png = await sharp(Buffer.from([1, 2, 3]), { raw: { width: 1, height: 1, channels: 3 } })
      .png()
      .toBuffer();
    const { data } = await readImage(png, { width: 2, height: 2 });
    expect(Array.from(data)).toEqual([1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3]);
  });

  it('refuses bytes that are no image, damaged, too large or none, in one line', async () => {
    const jpeg = await toSharp(blocks()).jpeg().toBuffer();
    const png = await toSharp(blocks()).png().toBuffer();
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    const cases: [Uint8Array, string][] = [
      [new Uint8Array(), 'the image is empty'],
      [
        Buffer.from('no image at all'),
        'the image is not a JPEG, PNG, WebP, GIF, AVIF or TIFF image',
      ],
      [svg, 'the image is not a JPEG'],
      [jpeg.subarray(0, jpeg.length - 200), 'the image is damaged or not supported: '],
      [jpeg.subarray(0, 20), 'the image is damaged or not supported: '],
      [png.subarray(0, png.length - 40), 'the image is damaged or not supported: '],
    ];
    for (const [bytes, message] of cases) {
      const error = await readImage(bytes, { width: 8, height: 8 }).catch((e: unknown) => e);
      expect(error).toMatchObject({ name: 'ImageDecodeError' });
      expect(String(error)).toContain(message);
      expect(String(error)).not.toContain('\n');
    }
    await expect(readImage(png, { maxPixels: 1023 })).rejects.toThrow(
      'the image has more pixels than the limit of 1023',
    );
    await expect(readImage(png, { maxPixels: 1024 })).resolves.toMatchObject({ width: 32 });
  });

  it('refuses half a file of any format', async () => {
    const random = seededRandom(1);
    const data = Uint8Array.from({ length: 64 * 64 * 3 }, () => random() * 256);
    const source = toSharp({ width: 64, height: 64, channels: 3, data });
    const files = {
      jpeg: await source.jpeg().toBuffer(),
      png: await source.png().toBuffer(),
      webp: await source.webp().toBuffer(),
      avif: await source.avif().toBuffer(),
      gif: await source.gif().toBuffer(),
      tiff: await source.tiff({ compression: 'lzw' }).toBuffer(),
    };
    for (const [format, bytes] of Object.entries(files)) {
      const half = bytes.subarray(0, bytes.length / 2);
      await expect(readImage(half), format).rejects.toMatchObject({ name: 'ImageDecodeError' });
    }
  });

  it('either reads any bytes or refuses them in one line', async () => {
    const whole = await Promise.all([
      toSharp(blocks(4)).png().toBuffer(),
      toSharp(blocks(4)).jpeg().toBuffer(),
      toSharp(blocks(4)).webp().toBuffer(),
      toSharp(blocks(4)).gif().toBuffer(),
      toSharp(blocks(4)).tiff().toBuffer(),
    ]);
    const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...whole), damage, async (bytes, changes) => {
        const changed = Uint8Array.from(bytes);
        for (const [at, value] of changes) changed[at % changed.length] = value;
        const options = { width: 4, height: 4, maxPixels: 10_000 };
        const found = await readImage(changed, options).catch((error: unknown) => error);
        if (found instanceof Error) {
          expect(found.name).toBe('ImageDecodeError');
          expect(found.message).not.toContain('\n');
        } else {
          expect(found).toMatchObject({ width: 4, height: 4, channels: 3 });
        }
      }),
      { numRuns: 200 },
    );
  });

  it('refuses a decompression bomb without decoding it', async () => {
    // A PNG whose header promises 60,000 × 60,000 pixels.
    const png = await toSharp(blocks()).png().toBuffer();
    png.writeUInt32BE(60_000, 16);
    png.writeUInt32BE(60_000, 20);
    await expect(readImage(png)).rejects.toMatchObject({ name: 'ImageDecodeError' });
  });

  it('names a file that is missing', async () => {
    await expect(readImage('no-such-file.jpg')).rejects.toThrow('no-such-file.jpg does not exist');
  });

  it('says in words why a file cannot be read', async () => {
    const folder = await temporaryFolder({ 'a.jpg': '' });
    await symlink('loop.jpg', join(folder, 'loop.jpg'));
    for (const [name, reason] of [
      ['', ' is a folder, not a file'],
      ['a.jpg/b.jpg', 'a.jpg/b.jpg does not exist'],
      ['loop.jpg', 'loop.jpg is a link that leads back to itself'],
    ]) {
      const error = await readImage(join(folder, name)).catch((e: unknown) => e);
      expect(error).toMatchObject({ name: 'ImageDecodeError' });
      expect(String(error).endsWith(reason)).toBe(true);
    }
  });

  it('refuses options and inputs that cannot be', async () => {
    await expect(readImage('a.png', { width: 0 })).rejects.toThrow(
      'width must be an integer of at least 1, got 0',
    );
    await expect(readImage('a.png', { channels: 2 as never })).rejects.toThrow(
      'channels must be 1 or 3, got 2',
    );
    await expect(readImage(5 as never)).rejects.toThrow(
      'input must be the path of an image file or its bytes',
    );
  });
});
