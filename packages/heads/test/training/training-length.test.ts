import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trainingLength } from '../../src/index.js';

describe('trainingLength', () => {
  it('gives many images large batches and the least epochs', () => {
    expect(trainingLength(9000)).toEqual({ batch: 128, epochs: 40 });
    expect(trainingLength(4000)).toEqual({ batch: 128, epochs: 40 });
    expect(trainingLength(3999)).toEqual({ batch: 64, epochs: 40 });
  });

  it('gives few images small batches and as many epochs as the steps ask for', () => {
    expect(trainingLength(200)).toEqual({ batch: 32, epochs: 86 });
    expect(trainingLength(64)).toEqual({ batch: 32, epochs: 200 });
    expect(trainingLength(63)).toEqual({ batch: 16, epochs: 150 });
    expect(trainingLength(1)).toEqual({ batch: 16, epochs: 200 });
  });

  it('keeps to the bounds that are given', () => {
    const bounds = { largestBatch: 64, leastSteps: 300, leastEpochs: 15, mostEpochs: 60 };
    expect(trainingLength(60_000, bounds)).toEqual({ batch: 64, epochs: 15 });
    expect(trainingLength(10, bounds)).toEqual({ batch: 16, epochs: 60 });
    expect(trainingLength(200, { batch: 100 })).toEqual({ batch: 100, epochs: 200 });
  });

  it('takes the least steps wherever the most epochs allow it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (count) => {
        const { batch, epochs } = trainingLength(count);
        const steps = Math.ceil(count / batch) * epochs;
        expect(steps >= 600 || epochs === 200).toBe(true);
        expect(epochs).toBeGreaterThanOrEqual(40);
      }),
    );
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses %s images', (count) => {
    expect(() => trainingLength(count)).toThrow(/trainingLength.*count/);
  });
});
