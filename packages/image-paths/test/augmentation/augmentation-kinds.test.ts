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

describe('crop', () => {
  const square: ImageSize = { width: 4, height: 4, channels: 1 };
  const plane = Uint8Array.from({ length: 16 }, (_, at) => 40 * (at % 4) + 8 * (at >> 2));

  it('brings a quarter at a corner to the whole size', () => {
    // Pixel x comes from x/2 − 1/4 of the piece, which on a plane needs no table.
    const columns = [0, 10, 30, 50];
    const rows = [0, 2, 6, 10];
    expect(apply('crop:0.25', listed(0, 0.5, 0, 0), plane, square)).toEqual(
      rows.flatMap((row) => columns.map((column) => row + column)),
    );
    expect(apply('crop:0.25', listed(0, 0.5, 1, 1), plane, square)).toEqual(
      [14, 18, 22, 24].flatMap((row) => [70, 90, 110, 120].map((column) => row + column)),
    );
  });

  it('keeps as much of the area as was drawn, in aspect ratios up to 4 : 3', () => {
    // On a plane the differences of neighbours tell the sides of the piece.
    const of: ImageSize = { width: 200, height: 200, channels: 1 };
    const ramp = (along: (at: number) => number) =>
      Uint8Array.from({ length: 40_000 }, (_, at) => along(at));
    const across = ramp((at) => at % 200);
    const down = ramp((at) => Math.floor(at / 200));
    const random = seededRandom(5);
    const areas: number[] = [];
    for (let round = 0; round < 200; round++) {
      const seed = Math.floor(random() * 1e9);
      const columns = apply('crop:0.4', seededRandom(seed), across, of);
      const rows = apply('crop:0.4', seededRandom(seed), down, of);
      const width = (columns[190] - columns[10]) / 180;
      const height = (rows[190 * 200] - rows[10 * 200]) / 180;
      areas.push(width * height);
      expect(width / height).toBeLessThan(4 / 3 + 0.03);
      expect(width / height).toBeGreaterThan(3 / 4 - 0.03);
    }
    const mean = areas.reduce((sum, area) => sum + area, 0) / areas.length;
    expect(Math.abs(mean - 0.7)).toBeLessThan(0.04);
    expect(Math.min(...areas)).toBeGreaterThan(0.38);
    expect(Math.max(...areas)).toBeLessThan(1.01);
  });
});

describe('rotation', () => {
  const square: ImageSize = { width: 3, height: 3, channels: 1 };
  const digits = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9);

  it('turns by quarters without a loss', () => {
    expect(apply('rotation:90', listed(1), digits, square)).toEqual([3, 6, 9, 2, 5, 8, 1, 4, 7]);
    expect(apply('rotation:90', listed(0), digits, square)).toEqual([7, 4, 1, 8, 5, 2, 9, 6, 3]);
    expect(apply('rotation:180', listed(1), digits, square)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });

  it('interpolates between four pixels and repeats the edge, in every channel', () => {
    const of: ImageSize = { width: 7, height: 5, channels: 3 };
    const random = seededRandom(2);
    const from = Uint8Array.from({ length: 105 }, () => random() * 256);
    for (const degrees of [-70, -10, 3, 45, 160]) {
      const drawn = (degrees / 180 + 1) / 2;
      const turned = apply('rotation:180', listed(drawn), from, of);
      turned.forEach((value, at) => {
        const column = Math.floor(at / 3) % 7;
        const row = Math.floor(at / 21);
        // In the plane of complex numbers, about the middle (3, 2).
        const angle = (degrees * Math.PI) / 180;
        const x = 3 + (column - 3) * Math.cos(angle) - (row - 2) * Math.sin(angle);
        const y = 2 + (column - 3) * Math.sin(angle) + (row - 2) * Math.cos(angle);
        const pixel = (left: number, top: number) => {
          const inside = Math.min(6, Math.max(0, left));
          return from[(Math.min(4, Math.max(0, top)) * 7 + inside) * 3 + (at % 3)];
        };
        const [left, top] = [Math.floor(x), Math.floor(y)];
        const upper = pixel(left, top) * (left + 1 - x) + pixel(left + 1, top) * (x - left);
        const lower = pixel(left, top + 1) * (left + 1 - x) + pixel(left + 1, top + 1) * (x - left);
        const expected = upper * (top + 1 - y) + lower * (y - top);
        // Weights are counted in 256ths.
        expect(Math.abs(value - expected)).toBeLessThan(2.6);
      });
    }
  });
});

describe('saturation', () => {
  const colours: ImageSize = { width: 2, height: 1, channels: 3 };

  it('ends in luma and keeps it', () => {
    const red = Uint8Array.of(255, 0, 0, 10, 200, 90);
    // 0.299 · 255 = 76.2; 0.299 · 10 + 0.587 · 200 + 0.114 · 90 = 130.65
    expect(apply('saturation:1', listed(0), red, colours)).toEqual([76, 76, 76, 131, 131, 131]);
    const more = apply('saturation:0.5', listed(1), Uint8Array.of(100, 120, 90, 0, 0, 0), colours);
    // Luma 110.6; 1.5 times the distances −10.6, 9.4 and −20.6.
    expect(more).toEqual([95, 125, 80, 0, 0, 0]);
  });

  it('copies grey images', () => {
    expect(apply('saturation:1', listed(0))).toEqual(Array.from(pixels));
  });
});

describe('hue', () => {
  const colours: ImageSize = { width: 2, height: 1, channels: 3 };
  const two = Uint8Array.of(200, 10, 50, 255, 0, 0);

  it('turns red to green and green to blue in a third of a circle', () => {
    expect(apply('hue:120', listed(1), two, colours)).toEqual([50, 200, 10, 0, 255, 0]);
    expect(apply('hue:120', listed(0), two, colours)).toEqual([10, 50, 200, 0, 0, 255]);
  });

  it('makes cyan of red in half a circle, at the same mean', () => {
    // Half a turn about the grey axis mirrors a colour at its mean, 20: 2 · 20 − 60 is below 0.
    const dark = Uint8Array.of(60, 0, 0, 30, 20, 10);
    expect(apply('hue:180', listed(1), dark, colours)).toEqual([0, 40, 40, 10, 20, 30]);
  });
});

describe('jitter', () => {
  it('multiplies each channel by a factor of its own', () => {
    const of: ImageSize = { width: 2, height: 1, channels: 3 };
    expect(apply('jitter:0.5', listed(1, 0.5, 0), pixels, of)).toEqual([15, 20, 15, 60, 50, 30]);
    expect(apply('jitter:1', listed(1), Uint8Array.of(100, 200, 255, 0, 0, 0), of)).toEqual([
      200, 255, 255, 0, 0, 0,
    ]);
  });

  it('is brightness where there is one channel', () => {
    expect(apply('jitter:0.5', listed(1))).toEqual([15, 30, 45, 60, 75, 90]);
  });
});

describe('channel-swap', () => {
  const of: ImageSize = { width: 2, height: 1, channels: 3 };

  it('draws each of the five other orders about as often', () => {
    const random = seededRandom(8);
    const counts = new Map<string, number>();
    for (let round = 0; round < 5000; round++) {
      const swapped = apply('channel-swap:1', random, pixels, of);
      expect(swapped.map((value) => value + 30).slice(0, 3)).toEqual(swapped.slice(3));
      const order = swapped.slice(0, 3).join(' ');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([
      '10 30 20',
      '20 10 30',
      '20 30 10',
      '30 10 20',
      '30 20 10',
    ]);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });

  it('copies grey images', () => {
    expect(apply('channel-swap:1', listed(0.5))).toEqual(Array.from(pixels));
  });
});

describe('cut-out', () => {
  const of: ImageSize = { width: 5, height: 4, channels: 1 };
  const bright = new Uint8Array(20).map((_, at) => (at === 0 ? 60 : 20));

  /** Marks what is covered: with one pixel of 60 and 19 of 20 the mean is 22. */
  function covered(spec: string, random: Random): string[] {
    const out = apply(spec, random, bright, of);
    return [0, 1, 2, 3].map((row) =>
      out
        .slice(5 * row, 5 * row + 5)
        .map((value) => (value === 22 ? 'x' : '.'))
        .join(''),
    );
  }

  it('covers a square about the pixel drawn with the mean', () => {
    expect(covered('cut-out:2', listed(0.5))).toEqual(['.....', '.xx..', '.xx..', '.....']);
    expect(covered('cut-out:3', listed(0.5))).toEqual(['.....', '.xxx.', '.xxx.', '.xxx.']);
  });

  it('covers less at an edge', () => {
    expect(covered('cut-out:3', listed(0))).toEqual(['xx...', 'xx...', '.....', '.....']);
    expect(covered('cut-out:3', listed(0.999))).toEqual(['.....', '.....', '...xx', '...xx']);
  });

  it('takes parts of the sides below 1, and all of the image where it is larger', () => {
    expect(covered('cut-out:0.6', listed(0.5))).toEqual(['.....', '.xxx.', '.xxx.', '.....']);
    expect(covered('cut-out:99', listed(0))).toEqual(['xxxxx', 'xxxxx', 'xxxxx', 'xxxxx']);
  });

  it('covers each channel with its own mean', () => {
    const rgb: ImageSize = { width: 2, height: 1, channels: 3 };
    const wide = apply('cut-out:9', listed(0.5), Uint8Array.of(0, 10, 20, 100, 30, 21), rgb);
    expect(wide).toEqual([50, 20, 21, 50, 20, 21]);
  });
});
