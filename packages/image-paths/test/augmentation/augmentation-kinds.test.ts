import { type Random, seededRandom } from '@sig/kernels/random';
import { describe, expect, it } from 'vitest';
import { createAugmentation } from '../../src/augmentation/create-augmentation.js';
import type { ImageSize } from '../../src/image/image.js';

const size: ImageSize = { width: 3, height: 2, channels: 1 };
const pixels = Uint8Array.of(10, 20, 30, 40, 50, 60);

function apply(spec: string, random: Random, from = pixels, of = size): number[] {
  const target = new Uint8Array(from.length);
  createAugmentation(spec)(from, of, target, random);
  return Array.from(target);
}

/** Gives the numbers listed, one after the other. */
function listed(...numbers: number[]): Random {
  let at = 0;
  return () => numbers[at++ % numbers.length];
}

describe('flip', () => {
  it('changes left and right over, pixel by pixel', () => {
    expect(apply('flip:1', listed(0.5))).toEqual([30, 20, 10, 60, 50, 40]);
    const rgb: ImageSize = { width: 2, height: 1, channels: 3 };
    expect(apply('flip:1', listed(0.5), pixels, rgb)).toEqual([40, 50, 60, 10, 20, 30]);
  });

  it('happens about as often as its chance', () => {
    const random = seededRandom(1);
    const augment = createAugmentation('flip:0.3');
    const target = new Uint8Array(6);
    let flipped = 0;
    for (let round = 0; round < 10_000; round++) {
      augment(pixels, size, target, random);
      if (target[0] === 30) flipped++;
    }
    expect(Math.abs(flipped - 3000)).toBeLessThan(190);
  });
});

describe('flip-vertical', () => {
  it('changes top and bottom over', () => {
    expect(apply('flip-vertical:1', listed(0.5))).toEqual([40, 50, 60, 10, 20, 30]);
  });
});

describe('invert', () => {
  it('makes every value v 255 − v', () => {
    expect(apply('invert:1', listed(0.5))).toEqual([245, 235, 225, 215, 205, 195]);
  });
});

describe('shift', () => {
  it('moves by whole pixels and repeats the edge', () => {
    // 0.99 draws the farthest right or down, 0 the farthest left or up, 0.5 none.
    expect(apply('shift:1', listed(0.99, 0.5))).toEqual([10, 10, 20, 40, 40, 50]);
    expect(apply('shift:1', listed(0, 0.5))).toEqual([20, 30, 30, 50, 60, 60]);
    expect(apply('shift:1', listed(0.5, 0.99))).toEqual([10, 20, 30, 10, 20, 30]);
    expect(apply('shift:1', listed(0.5, 0))).toEqual([40, 50, 60, 40, 50, 60]);
    expect(apply('shift:2', listed(0.99, 0))).toEqual([40, 40, 40, 40, 40, 40]);
  });

  it('moves channels together', () => {
    const rgb: ImageSize = { width: 2, height: 1, channels: 3 };
    expect(apply('shift:1', listed(0.99, 0.5), pixels, rgb)).toEqual([10, 20, 30, 10, 20, 30]);
    expect(apply('shift:1', listed(0, 0.5), pixels, rgb)).toEqual([40, 50, 60, 40, 50, 60]);
  });

  it('is a part of the side below 1', () => {
    const wide: ImageSize = { width: 8, height: 1, channels: 1 };
    const line = Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7);
    expect(apply('shift:0.25', listed(0.99, 0.5), line, wide)).toEqual([0, 0, 0, 1, 2, 3, 4, 5]);
  });

  it('fills with the edge when it moves farther than the image is wide', () => {
    expect(apply('shift:100', listed(0.999, 0.5))).toEqual([10, 10, 10, 40, 40, 40]);
    expect(apply('shift:100', listed(0, 0.5))).toEqual([30, 30, 30, 60, 60, 60]);
  });

  it('draws every distance about as often', () => {
    const random = seededRandom(4);
    const line = Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8);
    const of: ImageSize = { width: 9, height: 1, channels: 1 };
    const counts = new Array<number>(9).fill(0);
    for (let round = 0; round < 5000; round++) counts[apply('shift:2', random, line, of)[4]]++;
    expect(counts.slice(0, 2).concat(counts.slice(7))).toEqual([0, 0, 0, 0]);
    for (const count of counts.slice(2, 7)) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});

describe('brightness', () => {
  it('multiplies and clamps', () => {
    expect(apply('brightness:0.5', listed(1))).toEqual([15, 30, 45, 60, 75, 90]);
    expect(apply('brightness:0.5', listed(0))).toEqual([5, 10, 15, 20, 25, 30]);
    expect(apply('brightness:1', listed(1), Uint8Array.of(0, 100, 127, 128, 200, 255))).toEqual([
      0, 200, 254, 255, 255, 255,
    ]);
  });
});

describe('contrast', () => {
  it('multiplies distances from the mean and clamps', () => {
    // The mean is 35.
    expect(apply('contrast:1', listed(1), pixels)).toEqual([0, 5, 25, 45, 65, 85]);
    expect(apply('contrast:1', listed(0), pixels)).toEqual([35, 35, 35, 35, 35, 35]);
  });
});

describe('noise', () => {
  it('is Gaussian of the deviation asked for', () => {
    const count = 100_001;
    const grey = new Uint8Array(count).fill(128);
    const of: ImageSize = { width: count, height: 1, channels: 1 };
    const noisy = apply('noise:0.1', seededRandom(3), grey, of).map((value) => value - 128);
    const mean = noisy.reduce((sum, value) => sum + value, 0) / count;
    const variance = noisy.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
    expect(Math.abs(mean)).toBeLessThan(0.35);
    expect(Math.abs(Math.sqrt(variance) / 25.5 - 1)).toBeLessThan(0.01);
    const within = noisy.filter((value) => Math.abs(value) < 25.5).length / count;
    expect(Math.abs(within - 0.6827)).toBeLessThan(0.01);
    const far = noisy.filter((value) => Math.abs(value) > 51).length / count;
    expect(Math.abs(far - 0.0455)).toBeLessThan(0.004);
  });

  it('stays between 0 and 255', () => {
    const ends = Uint8Array.of(0, 255, 0, 255, 0, 255);
    const noisy = apply('noise:0.01', listed(0, 0.9999999), ends);
    noisy.forEach((value, at) => {
      expect(Math.abs(value - ends[at])).toBeLessThan(20);
    });
  });
});
