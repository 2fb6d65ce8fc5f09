import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dropout } from '../../src/linear/index.js';
import { integers, zeros } from './arbitraries.js';
import { expectClose, runOnBoth } from './run-on-both.js';

const ones = (count: number): number[] => zeros(count).fill(1);

const masked = (count: number, rate: number, seed: number, first = 0): number[] =>
  runOnBoth({ input: ones(count), output: zeros(count) }, (at) =>
    dropout({ ...at, count, rate, seed, first }),
  ).simd.output;

describe('dropout', () => {
  it('draws the same mask in both backends', () => {
    const seeds = fc.integer();
    fc.assert(
      fc.property(integers(0, 30), seeds, integers(0, 1e9), (count, seed, first) => {
        const { simd, scalar } = runOnBoth(
          { input: ones(count).map((_, index) => index + 1), output: zeros(count) },
          (at) => dropout({ ...at, count, rate: 0.4, seed, first }),
        );
        expectClose(simd.output, scalar.output, 1e-6);
      }),
    );
  });

  it('does not depend on how the reals are cut up', () => {
    const whole = masked(40, 0.4, 7);
    expect([...masked(13, 0.4, 7), ...masked(27, 0.4, 7, 13)]).toEqual(whole);
  });

  it('drops the asked share and keeps the mean', () => {
    const values = masked(20_000, 0.4, 11);
    const dropped = values.filter((value) => value === 0).length / values.length;
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(dropped).toBeGreaterThan(0.38);
    expect(dropped).toBeLessThan(0.42);
    expect(Math.abs(mean - 1)).toBeLessThan(0.04);
  });

  it('drops what is no number as it drops numbers, at the end of a row too', () => {
    const input = ones(7).map((_, index) => (index % 2 ? Number.NaN : Infinity));
    const { simd, scalar } = runOnBoth({ input, output: zeros(7) }, (at) =>
      dropout({ ...at, count: 7, rate: 1 - 1e-9, seed: 3 }),
    );
    expect(simd.output).toEqual(zeros(7));
    expect(scalar.output).toEqual(zeros(7));
  });

  it('drops nothing at rate 0, and differs between seeds', () => {
    expect(masked(100, 0, 3)).toEqual(ones(100));
    expect(masked(100, 0.5, 3)).not.toEqual(masked(100, 0.5, 4));
  });

  it('takes seeds that do not follow one another for neighbouring places', () => {
    const first = masked(64, 0.5, 1).slice(1);
    const second = masked(63, 0.5, 2);
    const equal = first.filter((value, index) => value === second[index]).length;
    expect(equal).toBeLessThan(50);
  });
});
