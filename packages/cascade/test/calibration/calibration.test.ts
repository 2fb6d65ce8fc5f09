import { seededRandom } from '@sig/kernels/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createRecording,
  expectedCalibrationError,
  fitTemperature,
  soften,
} from '../../src/index.js';

const cost = { macs: 1, bytes: 1, params: 1 };

function softmax(logits: readonly number[], temperature: number): number[] {
  const top = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp((logit - top) / temperature));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** Images whose class is drawn from a model's probabilities at one temperature and told at another. */
function told(temperature: number, seed: number): [number[], number[]] {
  const random = seededRandom(seed);
  const probabilities: number[] = [];
  const labels: number[] = [];
  for (let image = 0; image < 3000; image++) {
    const logits = [0, 1, 2].map(() => 6 * random() - 3);
    const truth = softmax(logits, 1);
    const drawn = random();
    labels.push(drawn < truth[0] ? 0 : drawn < truth[0] + truth[1] ? 1 : 2);
    probabilities.push(...softmax(logits, 1 / temperature));
  }
  return [probabilities, labels];
}

const likelihood = (probabilities: ArrayLike<number>, labels: readonly number[]): number =>
  labels.reduce((sum, label, image) => sum + Math.log(probabilities[3 * image + label]), 0);

describe('fitTemperature', () => {
  it.each([0.5, 1, 2.5])('finds that probabilities were sharpened by %d', (sharpened) => {
    const [probabilities, labels] = told(sharpened, 5);
    const temperature = fitTemperature(createRecording(probabilities, labels, cost));
    expect(temperature / sharpened).toBeGreaterThan(0.93);
    expect(temperature / sharpened).toBeLessThan(1.07);
  });

  it('is the likeliest: its neighbours are less likely', () => {
    const [probabilities, labels] = told(1.7, 9);
    const values = Float64Array.from(probabilities);
    const best = fitTemperature(createRecording(values, labels, cost));
    const at = (temperature: number) => likelihood(soften(values, 3, temperature), labels);
    expect(at(best)).toBeGreaterThan(at(best * 1.001));
    expect(at(best)).toBeGreaterThan(at(best / 1.001));
  });

  it('stays within bounds where no temperature is the likeliest', () => {
    const right = createRecording([0.9, 0.1, 0.2, 0.8], [0, 1], cost);
    expect(fitTemperature(right)).toBeCloseTo(0.01, 6);
    const wrong = createRecording([0.9, 0.1, 0.2, 0.8], [1, 0], cost);
    expect(fitTemperature(wrong)).toBeCloseTo(100, 6);
    const zero = createRecording([1, 0, 0, 1, 0.5, 0.5], [0, 0, 1], cost);
    expect(Number.isFinite(fitTemperature(zero))).toBe(true);
  });
});

describe('soften', () => {
  it('takes the square root of odds at a temperature of 2', () => {
    const [first, second] = soften(Float64Array.of(0.8, 0.2), 2, 2);
    expect(first).toBeCloseTo(2 / 3, 12);
    expect(second).toBeCloseTo(1 / 3, 12);
  });

  it('keeps the order of classes and sums to 1', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 6 }),
        fc.double({ min: 0.05, max: 20, noNaN: true }),
        (weights, temperature) => {
          const total = weights.reduce((sum, weight) => sum + weight, 0);
          fc.pre(total > 0);
          const before = Float64Array.from(weights, (weight) => weight / total);
          const after = [...soften(before, weights.length, temperature)];
          expect(after.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
          for (const [i, value] of before.entries()) {
            for (const [j, other] of before.entries()) {
              if (value > other) expect(after[i]).toBeGreaterThanOrEqual(after[j]);
            }
          }
        },
      ),
    );
  });
});

describe('expectedCalibrationError', () => {
  it('is how far confidences are from what came out, by bins', () => {
    expect(expectedCalibrationError([0.9, 0.9], [1, 0])).toBeCloseTo(0.4, 12);
    // Two bins: |(1 − 0.6) + (0 − 0.6)| and |1 − 0.2|, over three images.
    expect(expectedCalibrationError([0.6, 0.6, 0.2], [1, 0, 1], { bins: 2 })).toBeCloseTo(
      1 / 3,
      12,
    );
    expect(expectedCalibrationError([1, 0.5], [1, 0.5])).toBe(0);
  });

  it('refuses no images and no bins', () => {
    expect(() => expectedCalibrationError([], [])).toThrow(
      /same length of at least 1, got 0 and 0/,
    );
    expect(() => expectedCalibrationError([1], [1], { bins: 0 })).toThrow(
      'bins must be an integer of at least 1, got 0',
    );
  });
});
