import { seededRandom } from '@sig/kernels/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Image } from '../../src/image/image.js';
import { resizeArea } from '../../src/image/resize-area.js';

function grey(width: number, height: number, values: ArrayLike<number>): Image {
  return { width, height, channels: 1, data: Uint8Array.from(values) };
}

const images = fc
  .record({
    width: fc.integer({ min: 1, max: 24 }),
    height: fc.integer({ min: 1, max: 24 }),
    channels: fc.constantFrom<1 | 3>(1, 3),
  })
  .chain(({ width, height, channels }) => {
    const length = width * height * channels;
    return fc
      .uint8Array({ minLength: length, maxLength: length })
      .map((data): Image => ({ width, height, channels, data }));
  });
const sides = fc.integer({ min: 1, max: 40 });

/** The mean of an image under one new pixel, straight from the definition. */
function meanUnder(image: Image, width: number, height: number, x: number, y: number, c: number) {
  const overlap = (position: number, from: number, to: number, at: number): number =>
    Math.max(
      0,
      Math.min(position + 1, ((at + 1) * from) / to) - Math.max(position, (at * from) / to),
    );
  let sum = 0;
  for (let row = 0; row < image.height; row++) {
    for (let column = 0; column < image.width; column++) {
      sum +=
        overlap(row, image.height, height, y) *
        overlap(column, image.width, width, x) *
        image.data[(row * image.width + column) * image.channels + c];
    }
  }
  return (sum * width * height) / (image.width * image.height);
}

describe('resizeArea', () => {
  it('averages whole blocks', () => {
    const image = grey(4, 2, [0, 10, 100, 200, 20, 30, 100, 0]);
    expect(Array.from(resizeArea(image, 2, 1).data)).toEqual([15, 100]);
  });

  it('shares a pixel that two new ones cover, by how much of it they cover', () => {
    // Three to two: (0 + 0.5 · 90) / 1.5 and (0.5 · 90 + 30) / 1.5.
    expect(Array.from(resizeArea(grey(3, 1, [0, 90, 30]), 2, 1).data)).toEqual([30, 50]);
    expect(Array.from(resizeArea(grey(1, 3, [0, 90, 30]), 1, 2).data)).toEqual([30, 50]);
  });

  it('rounds halves up', () => {
    expect(Array.from(resizeArea(grey(2, 1, [1, 2]), 1, 1).data)).toEqual([2]);
    expect(Array.from(resizeArea(grey(3, 2, [1, 0, 1, 0, 1, 0]), 1, 1).data)).toEqual([1]);
  });

  it('repeats pixels when growing by a whole factor', () => {
    expect(Array.from(resizeArea(grey(2, 1, [10, 20]), 4, 2).data)).toEqual([
      10, 10, 20, 20, 10, 10, 20, 20,
    ]);
  });

  it('interpolates when growing by a broken factor', () => {
    // Two to three: the middle one lies half on each.
    expect(Array.from(resizeArea(grey(2, 1, [10, 20]), 3, 1).data)).toEqual([10, 15, 20]);
  });

  it('keeps the channels apart', () => {
    const data = Uint8Array.of(0, 100, 200, 10, 120, 240);
    const image: Image = { width: 2, height: 1, channels: 3, data };
    expect(Array.from(resizeArea(image, 1, 1).data)).toEqual([5, 110, 220]);
  });

  it('is the mean over the area under each new pixel, for any sides', () => {
    fc.assert(
      fc.property(images, sides, sides, (image, width, height) => {
        const { data } = resizeArea(image, width, height);
        let at = 0;
        for (let y = 0; y < height; y++) {
          for (let x = 0; x < width; x++) {
            for (let c = 0; c < image.channels; c++) {
              const mean = meanUnder(image, width, height, x, y, c);
              expect(Math.abs(data[at++] - mean)).toBeLessThan(0.5 + 1e-9);
            }
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is the same by blocks of whole factors as by the weights of any sides', () => {
    const factors = fc.integer({ min: 1, max: 7 });
    fc.assert(
      fc.property(images, factors, factors, fc.nat(), (image, across, down, seed) => {
        const { width, height, channels } = image;
        const random = seededRandom(seed);
        const data = Uint8Array.from(
          { length: image.data.length * across * down },
          () => random() * 256,
        );
        const large: Image = { width: width * across, height: height * down, channels, data };
        const small = resizeArea(large, width, height);
        for (const [place, value] of small.data.entries()) {
          const c = place % channels;
          const x = ((place - c) / channels) % width;
          const y = Math.floor(place / (width * channels));
          let sum = 0;
          for (let row = y * down; row < (y + 1) * down; row++) {
            for (let column = x * across; column < (x + 1) * across; column++) {
              sum += data[(row * large.width + column) * channels + c];
            }
          }
          expect(value).toBe(Math.floor((2 * sum + across * down) / (2 * across * down)));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('is the same wherever the bytes of an image lie', () => {
    const random = seededRandom(4);
    const sides = fc.constantFrom(4, 8, 12, 24);
    fc.assert(
      fc.property(sides, sides, fc.constantFrom<1 | 3>(1, 3), (width, height, channels) => {
        const data = Uint8Array.from({ length: width * height * channels }, () => random() * 256);
        const small = resizeArea({ width, height, channels, data }, width / 4, height / 4);
        for (const offset of [1, 2, 3]) {
          const shifted = new Uint8Array(data.length + offset).subarray(offset);
          shifted.set(data);
          const image: Image = { width, height, channels, data: shifted };
          expect(resizeArea(image, width / 4, height / 4)).toEqual(small);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('adds as many rows as a block has', () => {
    for (const height of [256, 257, 258, 259, 70_000]) {
      const white = grey(8, height, new Uint8Array(8 * height).fill(255));
      expect([...resizeArea(white, 2, 1).data], `${height} rows`).toEqual([255, 255]);
      const thin = grey(8, height, new Uint8Array(8 * height).fill(1, 8 * (height - 1)));
      expect([...resizeArea(thin, 2, 1).data], `${height} rows`).toEqual([0, 0]);
    }
  });

  it('keeps the mean when shrinking by whole factors', () => {
    fc.assert(
      fc.property(images, fc.integer({ min: 1, max: 4 }), (image, factor) => {
        const large = resizeArea(image, image.width * factor, image.height * factor);
        expect(resizeArea(large, image.width, image.height).data).toEqual(image.data);
      }),
    );
  });

  it('leaves a constant image constant', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 255 }),
        sides,
        sides,
        sides,
        sides,
        (value, ...side) => {
          const image = grey(side[0], side[1], new Uint8Array(side[0] * side[1]).fill(value));
          expect(resizeArea(image, side[2], side[3]).data.every((v) => v === value)).toBe(true);
        },
      ),
    );
  });

  it('is exact for the longest rows', () => {
    const white = grey(2 ** 23, 1, new Uint8Array(2 ** 23).fill(255));
    expect(Array.from(resizeArea(white, 3, 1).data)).toEqual([255, 255, 255]);
  });

  it('is a copy at the same size', () => {
    const image = grey(2, 2, [1, 2, 3, 4]);
    const copy = resizeArea(image, 2, 2);
    expect(copy).toEqual(image);
    expect(copy.data).not.toBe(image.data);
  });

  it('writes into an output that is given', () => {
    const output = new Uint8ClampedArray(1);
    expect(resizeArea(grey(2, 1, [4, 6]), 1, 1, output).data).toBe(output);
    expect(output[0]).toBe(5);
  });

  it('refuses sides, channels and lengths that cannot be', () => {
    const image = grey(2, 2, [1, 2, 3, 4]);
    expect(() => resizeArea(image, 0, 2)).toThrow('width must be an integer of at least 1, got 0');
    expect(() => resizeArea(image, 2, 1.5)).toThrow(
      'height must be an integer of at least 1, got 1.5',
    );
    expect(() => resizeArea(image, 2, 1, new Uint8Array(3))).toThrow(
      'output must have 2 bytes, got 3',
    );
    expect(() => resizeArea(image, 2 ** 23 + 1, 1)).toThrow(
      'a side must be at most 8388608 pixels long, got 8388609',
    );
    expect(() => resizeArea({ ...image, width: 3 }, 1, 1)).toThrow(
      'an image of 3×2×1 has 6 bytes, got 4',
    );
    expect(() => resizeArea({ ...image, channels: 4 } as never, 1, 1)).toThrow(
      'an image must have 1 or 3 channels, got 4',
    );
    expect(() => resizeArea({ ...image, data: [1, 2, 3, 4] } as never, 1, 1)).toThrow(TypeError);
  });
});
