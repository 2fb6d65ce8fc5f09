import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterClasses, discriminantProjection } from '../../src/index.js';
import { randomSamples } from '../knn/random-samples.js';

describe('clusterClasses', () => {
  it('never lets the inertia rise, and ends with that of its centroids', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 10, max: 80 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 2, max: 9 }),
        fc.integer({ min: 0, max: 1e6 }),
        async (samples, width, count, seed) => {
          const { points, labels } = randomSamples(samples, width, 2, seed);
          const options = { count, seed, iterations: 6 };
          const found = await clusterClasses({ features: points, labels }, options);
          for (const course of found.inertia) {
            for (let at = 1; at < course.length; at++) {
              expect(course[at]).toBeLessThanOrEqual(course[at - 1] * (1 + 1e-5));
            }
          }
          for (const [label, course] of found.inertia.entries()) {
            let inertia = 0;
            for (let row = label; row < samples; row += 2) {
              let least = Infinity;
              for (let place = 0; place < found.count; place++) {
                if (found.labels[place] !== label) continue;
                let square = 0;
                for (let i = 0; i < width; i++) {
                  square += (points[row * width + i] - found.references[place * width + i]) ** 2;
                }
                least = Math.min(least, square);
              }
              inertia += least;
            }
            expect(course[course.length - 1]).toBeCloseTo(inertia, 8);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('finds the middles of heaps, class by class', async () => {
    const features = Float32Array.of(0, 2, 10, 12, 5, 7);
    const { references, labels } = await clusterClasses(
      { features, labels: [0, 0, 0, 0, 1, 1] },
      { count: 3, seed: 2 },
    );
    expect([...labels]).toEqual([0, 1, 1]);
    expect([...references].slice(0, 1)).toEqual([6]);
    expect([...references.slice(1)].sort()).toEqual([5, 7]);
  });

  it('gives the same bytes for a seed, and takes no more centroids than samples', async () => {
    const { points, labels } = randomSamples(30, 2, 3, 7);
    const samples = { features: points, labels };
    const one = await clusterClasses(samples, { count: 9, seed: 5 });
    expect(await clusterClasses(samples, { count: 9, seed: 5, threads: 2 })).toEqual(one);
    const all = await clusterClasses(samples, { count: 30, seed: 5 });
    expect(all.inertia.map((course) => course[course.length - 1])).toEqual([0, 0, 0]);
  });

  it('works in the space of a projection, to a budget in bytes', async () => {
    const { points, labels } = randomSamples(60, 4, 3, 8);
    const samples = { features: points, labels };
    const projection = await discriminantProjection(samples);
    // 4·2 weights in int8, two scales, two biases and the references' scale are 28 bytes.
    const { count, width } = await clusterClasses(samples, { projection, maxBytes: 28 + 14 });
    expect([count, width]).toEqual([4, 2]);
  });

  it('says what is wrong in one line', async () => {
    const samples = { features: Float32Array.of(0, 1), labels: [0, 1] };
    await expect(clusterClasses(samples, { count: 3 })).rejects.toThrow('count must be an integer');
    await expect(clusterClasses(samples, { count: 2, iterations: -1 })).rejects.toThrow(
      'iterations must be an integer of at least 0, got -1',
    );
  });
});
