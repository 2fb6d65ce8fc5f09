import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/random/index.js';

function draw(seed: number, count: number): number[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, random);
}

describe('seededRandom', () => {
  it('gives the same numbers for the same seed', () => {
    expect(draw(5, 100)).toEqual(draw(5, 100));
  });

  it('gives other numbers for every other seed, far and near', () => {
    const seeds = [0, 1, 2, -1, 2 ** 32, 2 ** 32 + 1, 2 ** 31, -(2 ** 31), 2 ** 53 - 1];
    const firsts = new Set(seeds.map((seed) => draw(seed, 1)[0]));
    expect(firsts.size).toBe(seeds.length);
  });

  it('is spread evenly from 0 up to 1', () => {
    const numbers = draw(1, 100_000);
    const bins = new Array<number>(10).fill(0);
    for (const number of numbers) bins[Math.floor(number * 10)]++;
    // Four standard deviations of a binomial with p = 0.1.
    for (const bin of bins) expect(Math.abs(bin - 10_000)).toBeLessThan(380);
    const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.004);
  });

  it('has neighbours that know nothing of each other', () => {
    const numbers = draw(2, 100_000).map((number) => number - 0.5);
    let product = 0;
    for (let at = 1; at < numbers.length; at++) product += numbers[at] * numbers[at - 1];
    expect(Math.abs((12 * product) / numbers.length)).toBeLessThan(0.013);
  });

  it('refuses a seed that is no integer', () => {
    for (const seed of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(() => seededRandom(seed)).toThrow(`seed must be an integer`);
    }
  });
});
