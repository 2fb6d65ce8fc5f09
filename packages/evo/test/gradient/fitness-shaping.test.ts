import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FitnessShaping, shapeFitness } from '../../src/gradient/fitness-shaping.js';

describe('fitness shaping', () => {
  it('gives ranks from a half down to minus a half', () => {
    const weights = shapeFitness(Float64Array.of(30, -1, 7, 8, 1e9), 'centered-ranks');
    expect([...weights]).toEqual([-0.25, 0.5, 0.25, 0, -0.5]);
  });

  it('gives the worse half of the utilities one weight', () => {
    const weights = shapeFitness(Float64Array.of(1, 2, 3, 4), 'utilities');
    const total = Math.log(3) + Math.log(1.5);
    expect(weights[0]).toBeCloseTo(Math.log(3) / total - 0.25, 14);
    expect(weights[1]).toBeCloseTo(Math.log(1.5) / total - 0.25, 14);
    expect([...weights.slice(2)]).toEqual([-0.25, -0.25]);
  });

  it('standardises, an infinite value as the last finite one', () => {
    const weights = shapeFitness(
      Float64Array.of(1, 3, Number.POSITIVE_INFINITY, 1),
      'standardised',
    );
    expect([...weights]).toEqual([1, -1, -1, 1]);
    expect([...shapeFitness(Float64Array.of(Infinity, Infinity), 'standardised')]).toEqual([0, 0]);
  });

  it.each(['centered-ranks', 'utilities', 'standardised'] satisfies FitnessShaping[])(
    '%s sum to 0, are equal for equal values and never higher for higher ones',
    (shaping) => {
      fc.assert(
        fc.property(
          fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 2, maxLength: 20 }),
          (values) => {
            const weights = shapeFitness(Float64Array.from(values), shaping);
            expect(weights.reduce((a, b) => a + b)).toBeCloseTo(0, 12);
            for (let i = 0; i < values.length; i++) {
              for (let j = 0; j < values.length; j++) {
                if (values[i] <= values[j]) {
                  expect(weights[i]).toBeGreaterThanOrEqual(weights[j] - 1e-12);
                }
              }
            }
          },
        ),
      );
    },
  );
});
