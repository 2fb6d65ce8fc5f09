import fc from 'fast-check';
import KNN from 'ml-knn';
import { describe, expect, it } from 'vitest';
import { createKnn, findNeighbours, mlKnn } from '../../src/index.js';
import { randomSamples } from './random-samples.js';

describe('findNeighbours', () => {
  it.each([
    [1, 5, 3],
    [9, 40, 17],
    [3, 700, 300],
  ])('finds the %i nearest of %i references that ml-knn finds', async (k, count, width) => {
    const { points, labels } = randomSamples(count, width, 2, 1);
    const queries = randomSamples(30, width, 2, 2).points;
    const knn = createKnn(points, labels, { k });
    const found = await findNeighbours(knn, queries, { batch: 7 });
    const expected = await findNeighbours(knn, queries, { search: mlKnn(KNN) });
    expect(found.indices).toEqual(expected.indices);
    for (const [at, distance] of expected.distances.entries()) {
      expect(found.distances[at]).toBeCloseTo(distance, 10);
    }
  });

  it('leaves each reference out for itself, as ml-knn does', async () => {
    const { points, labels } = randomSamples(90, 12, 3, 3);
    const knn = createKnn(points, labels, { k: 4 });
    const found = await findNeighbours(knn, points, { leaveOneOut: true, batch: 13 });
    const expected = await findNeighbours(knn, points, { leaveOneOut: true, search: mlKnn(KNN) });
    expect(found.indices).toEqual(expected.indices);
  });

  it('gives the same bytes on one thread and on two', async () => {
    const { points, labels } = randomSamples(600, 30, 2, 4);
    const queries = randomSamples(50, 30, 2, 5).points;
    const knn = createKnn(points, labels, { k: 5 });
    const one = await findNeighbours(knn, queries);
    expect(await findNeighbours(knn, queries, { threads: 2, batch: 33 })).toEqual(one);
  });

  it('takes the first of equally near references', async () => {
    const knn = createKnn(Float32Array.of(1, -1, 1, -1, 5), [0, 1, 0, 1, 1], { k: 3 });
    const { indices, distances } = await findNeighbours(knn, Float32Array.of(0));
    expect([...indices]).toEqual([0, 1, 2]);
    expect([...distances]).toEqual([1, 1, 1]);
  });

  // 1000 and 1000.0625 differ in float32, their squares' differences drown in the products.
  it('ranks by distances that products in float32 cannot tell apart', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 24, maxLength: 40 }),
        async (steps) => {
          const references = Float32Array.from(steps, (step) => 1000 + step / 16);
          const labels = steps.map((_, index) => index % 2);
          const knn = createKnn(references, labels, { k: 2 });
          const { indices } = await findNeighbours(knn, Float32Array.of(1000));
          const expected = steps
            .map((step, index) => ({ step, index }))
            .sort((a, b) => a.step - b.step || a.index - b.index);
          expect([...indices]).toEqual([expected[0].index, expected[1].index]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('takes no queries, and says what is wrong with bad ones', async () => {
    const knn = createKnn(Float32Array.of(0, 0, 1, 1), [0, 1], { k: 2 });
    expect((await findNeighbours(knn, new Float32Array())).count).toBe(0);
    await expect(findNeighbours(knn, new Float32Array(3))).rejects.toThrow(
      'queries must be rows of 2 numbers, got 3',
    );
    await expect(findNeighbours(knn, Float32Array.of(0, Number.NaN))).rejects.toThrow(
      'queries must be finite numbers, got NaN at 1',
    );
    await expect(findNeighbours(knn, knn.references, { leaveOneOut: true })).rejects.toThrow(
      'leaveOneOut needs k below the 2 references, got 2',
    );
    await expect(findNeighbours(knn, knn.references, { batch: 0 })).rejects.toThrow('batch');
  });
});
