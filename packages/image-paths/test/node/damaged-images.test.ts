import sharp from 'sharp';
import { expect, test } from 'vitest';
import { ImageDecodeError, readImage } from '../../src/node/index.js';

/** Uniform integers from 0 to below a bound (mulberry32). */
function seededIntegers(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

/** A picture of 24×16 in a format. */
function picture(format: 'jpeg' | 'png' | 'webp'): Promise<Uint8Array> {
  const data = Uint8Array.from({ length: 24 * 16 * 3 }, (_, at) => (at * 37) % 256);
  return sharp(data, { raw: { width: 24, height: 16, channels: 3 } })
    .toFormat(format)
    .toBuffer();
}

/** Cuts a file short, or changes a few of its bytes, the first ones as often as the others. */
function damage(file: Uint8Array, integer: (bound: number) => number): Uint8Array {
  if (integer(4) === 0) return file.slice(0, integer(file.length));
  const bytes = Uint8Array.from(file);
  for (let times = 1 + integer(4); times > 0; times--) {
    const at = integer(integer(2) === 0 ? Math.min(64, file.length) : file.length);
    bytes[at] = integer(2) === 0 ? integer(256) : bytes[at] ^ (1 << integer(8));
  }
  return bytes;
}

const FORMATS = ['jpeg', 'png', 'webp'] as const;
/** Of each format: 10,000 together. */
const RUNS = Number(process.env.SIG_FUZZ_RUNS ?? 3_334);
/** Images at a time, which spares waiting. */
const TOGETHER = 16;
/** Damage may claim any size: the limit on pixels is all that memory depends on. */
const MAX_PIXELS = 1_000_000;

test.each(FORMATS)(
  'damaged %s files are each a whole image or the one named error',
  async (format) => {
    const file = await picture(format);
    const integer = seededIntegers(FORMATS.indexOf(format) + 1);
    /** Whether a damaged file is an image all the same. */
    const decodes = async (bytes: Uint8Array, run: number): Promise<boolean> => {
      const sized = run % 2 === 0 ? { width: 8, height: 8 } : {};
      try {
        const image = await readImage(bytes, { ...sized, maxPixels: MAX_PIXELS });
        expect(image.width * image.height).toBeLessThanOrEqual(MAX_PIXELS);
        expect(image.data).toHaveLength(image.width * image.height * image.channels);
        if (run % 2 === 0) expect([image.width, image.height]).toEqual([8, 8]);
        return true;
      } catch (error) {
        if (!(error instanceof ImageDecodeError)) throw error;
        expect(error.message).toMatch(/^the image [^\n]+$/);
        return false;
      }
    };
    let decoded = 0;
    for (let run = 0; run < RUNS; run += TOGETHER) {
      const files = Array.from({ length: Math.min(TOGETHER, RUNS - run) }, () =>
        damage(file, integer),
      );
      const outcomes = await Promise.all(files.map((bytes, at) => decodes(bytes, run + at)));
      decoded += outcomes.filter(Boolean).length;
    }
    expect(decoded).toBeLessThan(RUNS);
    // All that libvips held at any time, in MB: of so many images, each of a pixel limit and 4 bytes.
    const most = (TOGETHER * MAX_PIXELS * 4) / 2 ** 20;
    expect(sharp.cache().memory.high).toBeLessThanOrEqual(most);
  },
  600_000,
);

test('a file cut short at any byte is the named error or an image, never more', async () => {
  for (const format of FORMATS) {
    const file = await picture(format);
    for (let length = 0; length < file.length; length += 7) {
      const outcome = await readImage(file.slice(0, length), { width: 8, height: 8 }).then(
        ({ data }) => data.length,
        (error: unknown) => error,
      );
      if (typeof outcome === 'number') expect(outcome).toBe(192);
      else expect(outcome).toBeInstanceOf(ImageDecodeError);
    }
  }
}, 600_000);

test('a small file that claims a huge picture is refused before there is memory for it', async () => {
  const file = await picture('png');
  const claim = Uint8Array.from(file);
  // Width and height in the first chunk, and the checksum that makes them look whole.
  const view = new DataView(claim.buffer);
  view.setUint32(16, 60_000);
  view.setUint32(20, 60_000);
  view.setUint32(29, crc32(claim.subarray(12, 29)));
  await expect(readImage(claim)).rejects.toThrow(
    'the image has more pixels than the limit of 100000000',
  );
  view.setUint32(16, 30_000);
  view.setUint32(20, 3_000);
  view.setUint32(29, crc32(claim.subarray(12, 29)));
  await expect(readImage(claim, { width: 8, height: 8 })).rejects.toThrow(ImageDecodeError);
});

/** ISO 3309, bit by bit. */
function crc32(bytes: Uint8Array): number {
  let remainder = -1;
  for (const byte of bytes) {
    remainder ^= byte;
    for (let bit = 0; bit < 8; bit++)
      remainder = (remainder >>> 1) ^ (0xedb88320 & -(remainder & 1));
  }
  return ~remainder >>> 0;
}
