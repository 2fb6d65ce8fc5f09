import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/random/create-random.js';

describe('the random numbers', () => {
  it('are uniform: mean 1/2, variance 1/12, ten equal bins', () => {
    const random = createRandom(1);
    const draws = Array.from({ length: 20_000 }, random.uniform);
    const mean = draws.reduce((a, b) => a + b) / draws.length;
    const variance = draws.reduce((sum, u) => sum + (u - mean) ** 2, 0) / draws.length;
    expect(mean).toBeCloseTo(0.5, 2);
    expect(variance).toBeCloseTo(1 / 12, 2);
    const bins = new Array(10).fill(0);
    for (const u of draws) bins[Math.floor(10 * u)]++;
    const chiSquare = bins.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0);
    expect(chiSquare).toBeLessThan(27.9); // the 0.1 % point of 9 degrees of freedom
  });

  it('are normal: moments 0, 1, 0, 3', () => {
    const draws = createRandom(2).gaussians(40_000);
    const moment = (k: number): number => draws.reduce((sum, z) => sum + z ** k, 0) / draws.length;
    expect(Math.abs(moment(1))).toBeLessThan(0.02);
    expect(Math.abs(moment(2) - 1)).toBeLessThan(0.03);
    expect(Math.abs(moment(3))).toBeLessThan(0.06);
    expect(Math.abs(moment(4) - 3)).toBeLessThan(0.2);
  });

  it('go on from a saved state, between the two of a normal pair too', () => {
    const random = createRandom(3);
    for (let k = 0; k < 7; k++) {
      random.gaussian();
      const copy = createRandom(0);
      copy.restore(random.state());
      const other = createRandom(0);
      other.restore(random.state());
      expect([copy.gaussian(), copy.uniform(), copy.gaussian()]).toEqual([
        other.gaussian(),
        other.uniform(),
        other.gaussian(),
      ]);
    }
  });

  it('differ for seeds that are near, large or negative', () => {
    const seeds = [0, 1, -1, 2 ** 32, 2 ** 32 + 1, 2 ** 53 - 1, -(2 ** 53) + 1];
    const firsts = seeds.map((seed) => createRandom(seed).uniform());
    expect(new Set(firsts).size).toBe(seeds.length);
  });

  it('draw integers below a count', () => {
    const random = createRandom(4);
    const drawn = new Set(Array.from({ length: 200 }, () => random.integer(5)));
    expect([...drawn].sort()).toEqual([0, 1, 2, 3, 4]);
  });
});
