import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ONE_PIXEL_SHIFTS, shiftImages } from '../../src/index.js';

const step = fc.integer({ min: -4, max: 4 });

describe('shiftImages', () => {
  it('moves each image down and to the right, and zeros come in', () => {
    const images = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    const moved = shiftImages(images, [2, 3, 1], [1, -1]);
    expect([...moved]).toEqual([0, 0, 0, 2, 3, 0, 0, 0, 0, 8, 9, 0]);
  });

  it('puts every pixel that stays inside where the shift says', () => {
    fc.assert(
      fc.property(step, step, (down, right) => {
        const images = Float32Array.from({ length: 2 * 4 * 3 * 2 }, (_, at) => at + 1);
        const moved = shiftImages(images, [4, 3, 2], [down, right]);
        const at = (y: number, x: number) => (y * 3 + x) * 2;
        for (let y = 0; y < 4; y++) {
          for (let x = 0; x < 3; x++) {
            const inside = y - down >= 0 && y - down < 4 && x - right >= 0 && x - right < 3;
            for (const place of [0, 1, 24, 25]) {
              const expected = inside ? images[at(y - down, x - right) + place] : 0;
              expect(moved[at(y, x) + place]).toBe(expected);
            }
          }
        }
      }),
    );
  });

  it('knows nine shifts, the first of which is none', () => {
    expect(ONE_PIXEL_SHIFTS[0]).toEqual([0, 0]);
    expect(new Set(ONE_PIXEL_SHIFTS.map(String)).size).toBe(9);
  });

  it('says what is wrong in one line', () => {
    expect(() => shiftImages(new Uint8Array(5), [2, 2, 1], [0, 0])).toThrow(
      'images must be a multiple of 4 numbers, got 5',
    );
  });
});
