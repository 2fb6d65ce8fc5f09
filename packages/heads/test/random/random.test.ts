import { seededRandom } from '@sig/kernels/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mixSeed } from '../../src/random/mix-seed.js';
import { shuffle } from '../../src/random/shuffle.js';

describe('mixSeed', () => {
  it('tells apart the order and every part, large ones too', () => {
    const seeds = [
      mixSeed(1, 2),
      mixSeed(2, 1),
      mixSeed(1, 2, 0),
      mixSeed(1, 3),
      mixSeed(2 ** 40 + 1, 2),
      mixSeed(0, 0),
    ];
    expect(new Set(seeds).size).toBe(seeds.length);
  });
});

describe('shuffle', () => {
  it('keeps what it was given and leaves it alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const kept = items.slice();
        const shuffled = shuffle(items, seededRandom(seed));
        expect(Array.from(shuffled).sort()).toEqual(kept.slice().sort());
        expect(items).toEqual(kept);
      }),
    );
  });

  it('puts every item everywhere about equally often', () => {
    const counts = Array.from({ length: 4 }, () => [0, 0, 0, 0]);
    for (let seed = 0; seed < 4000; seed++) {
      for (const [place, item] of shuffle([0, 1, 2, 3], seededRandom(mixSeed(seed))).entries()) {
        counts[item][place]++;
      }
    }
    for (const count of counts.flat()) {
      expect(count).toBeGreaterThan(850);
      expect(count).toBeLessThan(1150);
    }
  });
});
