import { describe, expect, it } from 'vitest';
import { learningRateAt } from '../../src/training/learning-rate.js';

const rates = (
  steps: number,
  options: Omit<Parameters<typeof learningRateAt>[2], 'learningRate'>,
): number[] =>
  Array.from({ length: steps }, (_, step) =>
    learningRateAt(step, steps, { learningRate: 1, ...options }),
  );

describe('learningRateAt', () => {
  it('stays where it is in the constant schedule', () => {
    expect(rates(3, { schedule: 'constant' })).toEqual([1, 1, 1]);
  });

  it('rises in equal steps while it warms up', () => {
    expect(rates(8, { schedule: 'constant', warmUp: 0.5 })).toEqual([
      0.25, 0.5, 0.75, 1, 1, 1, 1, 1,
    ]);
  });

  it('falls along half a cosine', () => {
    const cosine = rates(100, { schedule: 'cosine' });
    expect(cosine[0]).toBe(1);
    expect(cosine[50]).toBeCloseTo(0.5, 12);
    expect(cosine[99]).toBeLessThan(0.001);
    expect(cosine.every((rate, step) => step === 0 || rate < cosine[step - 1])).toBe(true);
  });

  it('goes up for 30 % of one cycle, then down to nearly nothing', () => {
    const cycle = rates(100, { schedule: 'one-cycle' });
    expect(cycle[0]).toBeCloseTo(1 / 25, 12);
    expect(cycle[30]).toBe(1);
    expect(cycle[65]).toBeCloseTo(0.5, 2);
    expect(cycle[99]).toBeLessThan(0.001);
    expect(Math.max(...cycle)).toBe(1);
  });
});
