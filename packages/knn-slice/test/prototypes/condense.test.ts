import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  classify,
  condense,
  createKnn,
  discriminantProjection,
  project,
  prototypeBytes,
} from '../../src/index.js';
import { randomSamples } from '../knn/random-samples.js';

describe('condense', () => {
  it('keeps samples whose nearest one is of the right class for every sample', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 6, max: 90 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 2, max: 4 }),
        fc.integer(),
        async (count, width, classes, seed) => {
          const { points, labels } = randomSamples(count, width, classes, seed);
          const { references, ...found } = await condense({ features: points, labels });
          const knn = createKnn(references, found.labels, { k: 1 });
          expect([...(await classify(knn, points)).labels]).toEqual(labels);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('keeps of two heaps one sample each, the one in the middle', async () => {
    const features = Float32Array.of(0, 1, 2, 10, 11, 12);
    const { references, labels } = await condense({ features, labels: [0, 0, 0, 1, 1, 1] });
    expect([...references]).toEqual([1, 11]);
    expect([...labels]).toEqual([0, 1]);
  });

  it('ends where the same sample is of two classes', async () => {
    const features = Float32Array.of(0, 0, 0, 5, 5);
    const { count } = await condense({ features, labels: [0, 1, 1, 0, 1] });
    expect(count).toBeLessThanOrEqual(5);
  });

  it('ends early where a budget is spent, and works in the space of a projection', async () => {
    const { points, labels } = randomSamples(200, 5, 3, 4);
    const samples = { features: points, labels };
    const projection = await discriminantProjection(samples);
    const whole = await condense(samples, { projection });
    const some = await condense(samples, { projection, count: 10 });
    expect(some.count).toBe(10);
    expect(some.width).toBe(2);
    expect(some.references).toEqual(whole.references.subarray(0, 20));
    expect(some.projection).toBe(projection);
    const rows = await project(projection, points);
    expect(rows.join()).toContain(some.references.subarray(0, 2).join());

    const maxBytes = 120;
    const { count } = await condense(samples, { projection, maxBytes, storage: 'float32' });
    const shape = { width: 2, classes: 3, inputs: 5, scored: false };
    expect(prototypeBytes({ ...shape, count }, 'float32')).toBeLessThanOrEqual(maxBytes);
    expect(prototypeBytes({ ...shape, count: count + 1 }, 'float32')).toBeGreaterThan(maxBytes);
  });

  it('says what is wrong in one line', async () => {
    const samples = { features: Float32Array.of(0, 1, 2, 3), labels: [0, 1, 2, 0] };
    await expect(condense(samples, { count: 2 })).rejects.toThrow(
      'count must be an integer from 3 to 4, got 2',
    );
    await expect(condense(samples, { maxBytes: 9 })).rejects.toThrow(
      'maxBytes must be at least 10, for one prototype a class, got 9',
    );
    await expect(condense({ ...samples, labels: [1, 1, 1, 1] })).rejects.toThrow(
      'the samples must be of at least two classes, all 4 labels are 1',
    );
  });
});
