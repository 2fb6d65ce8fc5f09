import { seededRandom } from '@sig/kernels/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { augmentationNames } from '../../src/augmentation/augmentation-kinds.js';
import { createCopies, parseCopies } from '../../src/augmentation/create-copies.js';
import type { ImageSize } from '../../src/image/image.js';

const size: ImageSize = { width: 2, height: 1, channels: 3 };
const pixels = Uint8Array.of(10, 20, 30, 200, 50, 0);

function copy(spec: string, from = pixels, of = size, { at = 0, index = 0, seed = 0 } = {}) {
  const target = new Uint8Array(from.length);
  createCopies(spec, { seed }).write(at, index, from, of, target);
  return Array.from(target);
}

describe('createCopies', () => {
  it('gives one copy a name, in order', () => {
    const spec = 'flip,flip-vertical,invert';
    expect(createCopies(spec).count).toBe(3);
    expect(copy(spec)).toEqual([200, 50, 0, 10, 20, 30]);
    expect(copy(spec, pixels, size, { at: 1 })).toEqual(Array.from(pixels));
    expect(copy(spec, pixels, size, { at: 2 })).toEqual([245, 235, 225, 55, 205, 255]);
    expect(createCopies('').count).toBe(0);
  });

  it('adds to the value in HSV', () => {
    // 30 becomes 70: times 7/3. 200 becomes 240: times 6/5.
    expect(copy('brightness:40')).toEqual([23, 47, 70, 240, 60, 0]);
    // 200 becomes 255: times 51/40.
    expect(copy('brightness:80')).toEqual([37, 73, 110, 255, 64, 0]);
    expect(copy('brightness:-20', Uint8Array.of(10, 5, 0, 40, 20, 10))).toEqual([
      0, 0, 0, 20, 10, 5,
    ]);
    expect(copy('brightness:40', Uint8Array.of(0, 0, 0, 255, 9, 9))).toEqual([
      40, 40, 40, 255, 9, 9,
    ]);
    const grey: ImageSize = { width: 3, height: 1, channels: 1 };
    expect(copy('brightness:80', Uint8Array.of(0, 100, 200), grey)).toEqual([80, 180, 255]);
  });

  it('keeps hue and saturation, as a way there and back through HSV does', () => {
    const channel = fc.nat({ max: 255 });
    fc.assert(
      fc.property(
        channel,
        channel,
        channel,
        fc.integer({ min: -255, max: 255 }),
        (r, g, b, add) => {
          const [hue, saturation, value] = toHsv(r, g, b);
          const expected = fromHsv(hue, saturation, Math.min(255, Math.max(0, value + add)));
          const one: ImageSize = { width: 1, height: 1, channels: 3 };
          const found = copy(`brightness:${add}`, Uint8Array.of(r, g, b), one);
          for (const at of [0, 1, 2])
            expect(Math.abs(found[at] - expected[at])).toBeLessThan(0.501);
        },
      ),
    );
  });

  it('draws once for each image by seed', () => {
    const of: ImageSize = { width: 8, height: 8, channels: 1 };
    const random = seededRandom(1);
    const image = Uint8Array.from({ length: 64 }, () => random() * 256);
    const spec = 'rotation:40,rotation:40';
    const first = copy(spec, image, of, { index: 3, seed: 7 });
    expect(copy(spec, image, of, { index: 3, seed: 7 })).toEqual(first);
    expect(copy(spec, image, of, { index: 4, seed: 7 })).not.toEqual(first);
    expect(copy(spec, image, of, { index: 3, seed: 8 })).not.toEqual(first);
    expect(copy(spec, image, of, { index: 3, seed: 7, at: 1 })).not.toEqual(first);
    expect(() => copy(spec, image, of, { index: 2 ** 31 - 1, seed: 2 ** 32 - 1 })).not.toThrow();
  });

  it('refuses a seed that is none', () => {
    expect(() => createCopies('flip', { seed: 0.5 })).toThrow('seed must be an integer');
  });
});

describe('parseCopies', () => {
  it('knows every augmentation, and lets chances be certain', () => {
    const names = parseCopies(augmentationNames.join(',')).map(({ name }) => name);
    expect(names).toEqual(augmentationNames);
    expect(parseCopies('flip,channel-swap,invert:0.5,brightness')).toEqual([
      { name: 'flip', amount: 1 },
      { name: 'channel-swap', amount: 1 },
      { name: 'invert', amount: 0.5 },
      { name: 'brightness', amount: 40 },
    ]);
  });

  it('says what is wrong', () => {
    expect(() => parseCopies('brightness:256')).toThrow(
      'the amount of brightness must be a number from -255 to 255, added to the value in HSV, got 256',
    );
    expect(() => parseCopies('mirror')).toThrow('augmentation must be one of flip, flip-vertical,');
    expect(() => parseCopies(3 as never)).toThrow(TypeError);
  });
});

/** Hue from 0 to 6, saturation from 0 to 1, value from 0 to 255 (Smith, 1978). */
function toHsv(r: number, g: number, b: number): [number, number, number] {
  const value = Math.max(r, g, b);
  const chroma = value - Math.min(r, g, b);
  if (chroma === 0) return [0, 0, value];
  const hue =
    value === r ? (g - b) / chroma + 6 : value === g ? (b - r) / chroma + 2 : (r - g) / chroma + 4;
  return [hue % 6, chroma / value, value];
}

function fromHsv(hue: number, saturation: number, value: number): number[] {
  return [5, 3, 1].map((offset) => {
    const k = (offset + hue) % 6;
    return value - value * saturation * Math.max(0, Math.min(k, 4 - k, 1));
  });
}
