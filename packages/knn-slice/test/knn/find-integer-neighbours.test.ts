import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countVotes,
  createKnn,
  findIntegerNeighbours,
  findNeighbours,
  quantizeKnn,
} from '../../src/index.js';
import { randomSamples } from './random-samples.js';

/** Rows of bytes whose largest is 127, so that the scale is 1 and nothing is rounded. */
function byteRows(values: readonly number[]): Float32Array {
  return Float32Array.from([...values.slice(0, -1), 127]);
}

describe('findIntegerNeighbours', () => {
  it('finds what sorting all distances of bytes puts in front', async () => {
    const byte = fc.integer({ min: -127, max: 127 });
    const rows = (width: number, least: number) =>
      fc
        .integer({ min: least, max: 40 })
        .chain((count) => fc.array(byte, { minLength: count * width, maxLength: count * width }));
    const cases = fc
      .integer({ min: 1, max: 19 })
      .chain((width) => fc.tuple(fc.constant(width), rows(width, 4), rows(width, 1)));
    await fc.assert(
      fc.asyncProperty(cases, async ([width, some, queries]) => {
        const references = byteRows(some);
        const count = references.length / width;
        const labels = Array.from({ length: count }, (_, index) => index % 2);
        const knn = quantizeKnn(createKnn(references, labels, { k: 3 }));
        expect(knn.scale).toBe(1);
        const found = await findIntegerNeighbours(knn, Float32Array.from(queries), { batch: 7 });
        for (let row = 0; row < queries.length / width; row++) {
          const sorted = labels
            .map((_, index) => {
              let square = 0;
              for (let i = 0; i < width; i++) {
                square += (references[index * width + i] - queries[row * width + i]) ** 2;
              }
              return { index, square };
            })
            .sort((a, b) => a.square - b.square || a.index - b.index)
            .slice(0, 3);
          const at = found.indices.subarray(row * 3, row * 3 + 3);
          expect([...at]).toEqual(sorted.map(({ index }) => index));
          const distances = found.distances.subarray(row * 3, row * 3 + 3);
          expect([...distances]).toEqual(sorted.map(({ square }) => Math.sqrt(square)));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('leaves each reference out for itself, in several blocks, on one thread as on two', async () => {
    const { points, labels } = randomSamples(700, 10, 2, 3);
    const knn = quantizeKnn(createKnn(points, labels, { k: 4 }));
    const rounded = Float32Array.from(knn.references, (byte) => byte * knn.scale);
    const one = await findIntegerNeighbours(knn, rounded, { leaveOneOut: true });
    const two = await findIntegerNeighbours(knn, rounded, {
      leaveOneOut: true,
      threads: 2,
      batch: 90,
    });
    expect(two).toEqual(one);
    const exact = createKnn(Float32Array.from(knn.references), labels, { k: 4 });
    const expected = await findNeighbours(exact, exact.references, { leaveOneOut: true });
    expect(one.indices).toEqual(expected.indices);
  });

  it('is off by no more than rounding, and its neighbours vote as others do', async () => {
    const { points, labels } = randomSamples(200, 6, 3, 5);
    const queries = randomSamples(40, 6, 3, 6).points;
    const knn = createKnn(points, labels, { k: 5 });
    const small = quantizeKnn(knn);
    const found = await findIntegerNeighbours(small, queries);
    const expected = await findNeighbours(knn, queries);
    // Each coordinate of either point moves by half a step at most.
    const bound = Math.sqrt(6) * small.scale + 1e-6;
    for (const [at, distance] of expected.distances.entries()) {
      expect(Math.abs(found.distances[at] - distance)).toBeLessThan(bound);
    }
    const { labels: voted } = countVotes(small, found);
    const right = [...voted].filter((label, row) => label === row % 3).length;
    expect(right).toBeGreaterThan(20);
  });

  it('takes what lies beyond the references for the nearest byte', async () => {
    const knn = quantizeKnn(createKnn(Float32Array.of(-2, 0, 2), [0, 1, 1], { k: 1 }));
    const { indices, distances } = await findIntegerNeighbours(knn, Float32Array.of(-1e30, 1e30));
    expect([...indices]).toEqual([0, 2]);
    expect([...distances]).toEqual([0, 0]);
  });

  it('says what is wrong in one line', async () => {
    const knn = quantizeKnn(createKnn(Float32Array.of(0, 0, 1, 1), [0, 1], { k: 2 }));
    expect((await findIntegerNeighbours(knn, new Float32Array())).count).toBe(0);
    const attempt = (queries: Float32Array, more = {}) => findIntegerNeighbours(knn, queries, more);
    await expect(attempt(new Float32Array(3))).rejects.toThrow('queries must be rows of 2 numbers');
    await expect(attempt(Float32Array.of(0, Number.NaN))).rejects.toThrow('got NaN at 1');
    await expect(attempt(new Float32Array(4), { leaveOneOut: true })).rejects.toThrow('k below');
    await expect(attempt(new Float32Array(2), { batch: 0 })).rejects.toThrow('batch must be');
  });
});

describe('quantizeKnn', () => {
  it('keeps zeros where all is zero', () => {
    const { references, scale } = quantizeKnn(createKnn(new Float32Array(4), [0, 1], { k: 1 }));
    expect([...references]).toEqual([0, 0, 0, 0]);
    expect(scale).toBe(1);
  });
});
