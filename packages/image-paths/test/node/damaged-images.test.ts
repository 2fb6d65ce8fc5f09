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
const RUNS = Number(process.env.SIG_FUZZ_RUNS ?? 1_000);

test.each(FORMATS)(
  'damaged %s files are each a whole image or the one named error',
  async (format) => {
    const file = await picture(format);
    const integer = seededIntegers(FORMATS.indexOf(format) + 1);
    let decoded = 0;
    for (let run = 0; run < RUNS; run++) {
      const sized = run % 2 === 0 ? { width: 8, height: 8 } : {};
      // Damage may claim any size: the limit on pixels holds it to 12 MB.
      const options = { ...sized, maxPixels: 4_000_000 };
      try {
        const image = await readImage(damage(file, integer), options);
        expect(image.data).toHaveLength(image.width * image.height * image.channels);
        if (run % 2 === 0) expect([image.width, image.height]).toEqual([8, 8]);
        decoded++;
      } catch (error) {
        if (!(error instanceof ImageDecodeError)) throw error;
        expect(error.message).toMatch(/^the image [^\n]+$/);
      }
    }
    expect(decoded).toBeLessThan(RUNS);
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
