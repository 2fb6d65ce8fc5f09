import { seededRandom } from '@sig/kernels/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { augmentationNames } from '../../src/augmentation/augmentation-kinds.js';
import { createAugmentation } from '../../src/augmentation/create-augmentation.js';
import type { ImageSize } from '../../src/image/image.js';

const sizes = fc.record({
  width: fc.integer({ min: 1, max: 9 }),
  height: fc.integer({ min: 1, max: 9 }),
  channels: fc.constantFrom<1 | 3>(1, 3),
});

function randomPixels({ width, height, channels }: ImageSize, seed: number): Uint8Array {
  const random = seededRandom(seed);
  return Uint8Array.from({ length: width * height * channels }, () => random() * 256);
}

function apply(spec: string, pixels: Uint8Array, size: ImageSize, seed: number): Uint8Array {
  const target = new Uint8Array(pixels.length);
  createAugmentation(spec)(pixels, size, target, seededRandom(seed));
  return target;
}

describe('createAugmentation', () => {
  it('copies when there is nothing to do', () => {
    const size: ImageSize = { width: 2, height: 1, channels: 3 };
    const pixels = randomPixels(size, 1);
    expect(apply('', pixels, size, 1)).toEqual(pixels);
  });

  for (const name of augmentationNames) {
    it(`gives the same bytes for the same seed and leaves its input alone: ${name}`, () => {
      fc.assert(
        fc.property(sizes, fc.nat(), (size, seed) => {
          const pixels = randomPixels(size, seed);
          const before = pixels.slice();
          const first = apply(name, pixels, size, seed);
          expect(apply(name, pixels, size, seed)).toEqual(first);
          expect(pixels).toEqual(before);
        }),
      );
    });

    // A piece that is all of the image.
    const nothing = name === 'crop' ? 1 : 0;
    it(`changes nothing at the amount ${nothing}: ${name}`, () => {
      fc.assert(
        fc.property(sizes, fc.nat(), (size, seed) => {
          const pixels = randomPixels(size, seed);
          expect(apply(`${name}:${nothing}`, pixels, size, seed)).toEqual(pixels);
        }),
      );
    });

    it(`leaves an image of one grey as it is, but for its brightness and noise: ${name}`, () => {
      if (['brightness', 'jitter', 'invert', 'noise'].includes(name)) return;
      fc.assert(
        fc.property(sizes, fc.nat(), fc.nat({ max: 255 }), (size, seed, value) => {
          const pixels = randomPixels(size, seed).fill(value);
          expect(apply(name, pixels, size, seed)).toEqual(pixels);
        }),
      );
    });
  }

  it('applies its steps in order, however many', () => {
    const size: ImageSize = { width: 2, height: 2, channels: 1 };
    const pixels = Uint8Array.of(1, 2, 3, 4);
    expect(Array.from(apply('flip:1,invert:1', pixels, size, 1))).toEqual([253, 254, 251, 252]);
    expect(Array.from(apply('flip:1,flip-vertical:1,invert:1', pixels, size, 1))).toEqual([
      251, 252, 253, 254,
    ]);
    expect(Array.from(apply('flip:1,flip:1,flip:1,flip:1', pixels, size, 1))).toEqual([1, 2, 3, 4]);
    expect(Array.from(pixels)).toEqual([1, 2, 3, 4]);
  });

  it('serves images of different sizes in turn', () => {
    const augment = createAugmentation('flip:1,invert:1,flip:1');
    for (const width of [3, 5, 2]) {
      const pixels = Uint8Array.from({ length: width }, (_, at) => at);
      const target = new Uint8Array(width);
      augment(pixels, { width, height: 1, channels: 1 }, target, seededRandom(1));
      expect(target).toEqual(pixels.map((value) => 255 - value));
    }
  });

  it('refuses what parseAugmentation refuses', () => {
    expect(() => createAugmentation('flip:9')).toThrow('chance from 0 to 1');
  });
});
