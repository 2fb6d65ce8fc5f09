import { createNetwork, layersFromJSON, predict } from '@sig/heads';
import { createEngine } from '@sig/kernels';
import { linearModule } from '@sig/kernels/linear';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachKnn, classify, createKnn, detachKnn, knnLayer, knnLayers } from '../../src/index.js';
import { randomSamples } from '../knn/random-samples.js';
import { identityNet } from './identity-net.js';

/** The place of the largest of each row, the first of equal ones. */
function winners(probabilities: Float32Array, classes: number): number[] {
  return Array.from({ length: probabilities.length / classes }, (_, row) => {
    const shares = [...probabilities.subarray(row * classes, (row + 1) * classes)];
    return shares.indexOf(Math.max(...shares));
  });
}

describe('knnLayer', () => {
  it.each(['majority', 'distance'] as const)(
    'gives the class and the shares that classify gives, votes by %s',
    async (vote) => {
      const { points, labels } = randomSamples(700, 6, 3, 1);
      const queries = randomSamples(300, 6, 3, 2).points;
      const network = attachKnn(identityNet(6), createKnn(points, labels, { k: 6, vote }));
      const { knn } = detachKnn(network);
      const expected = await classify(knn, queries);
      for (const threads of [1, 2]) {
        const found = await predict(network, queries, { threads });
        expect(winners(found, 3)).toEqual([...expected.labels]);
        for (const [at, share] of found.entries()) {
          expect(share).toBeCloseTo(expected.probabilities[at], 4);
        }
      }
    },
  );

  it('gives them on any references, ties and doubles among them', async () => {
    const coordinate = fc.integer({ min: -3, max: 3 });
    const cases = fc
      .record({ width: fc.integer({ min: 1, max: 3 }), count: fc.integer({ min: 2, max: 30 }) })
      .chain(({ width, count }) =>
        fc.record({
          width: fc.constant(width),
          points: fc.array(coordinate, { minLength: count * width, maxLength: count * width }),
          labels: fc.array(fc.integer({ min: 0, max: 2 }), {
            minLength: count - 2,
            maxLength: count - 2,
          }),
          queries: fc.array(coordinate, { minLength: 4 * width, maxLength: 4 * width }),
          k: fc.integer({ min: 1, max: count }),
          vote: fc.constantFrom('majority' as const, 'distance' as const),
        }),
      );
    const engine = createEngine({ modules: [linearModule] });
    await fc.assert(
      fc.asyncProperty(cases, async ({ width, points, labels, queries, k, vote }) => {
        const knn = createKnn(Float32Array.from(points), [0, 1, ...labels], {
          k,
          vote,
          classes: 3,
        });
        const network = attachKnn(identityNet(width), knn);
        const given = Float32Array.from(queries);
        const expected = await classify(detachKnn(network).knn, given, { engine });
        const found = await predict(network, given, { engine });
        expect(winners(found, 3)).toEqual([...expected.labels]);
      }),
      { numRuns: 60 },
    );
  });

  it('ranks exactly where float32 cannot tell the distances apart', async () => {
    // The product's terms are near 1e8, the differences of distances below 1.
    const width = 4;
    const { points, labels } = randomSamples(64, width, 2, 5);
    const far = points.map((value) => 5000 + value);
    const queries = randomSamples(50, width, 2, 6).points.map((value) => 5000 + value);
    const network = attachKnn(identityNet(width), createKnn(far, labels, { k: 3 }));
    const expected = await classify(detachKnn(network).knn, queries);
    expect(winners(await predict(network, queries), 2)).toEqual([...expected.labels]);
  });

  it('runs in float64 on the scalar kernels', async () => {
    const { points, labels } = randomSamples(60, 5, 2, 3);
    const queries = randomSamples(40, 5, 2, 4).points;
    const network = attachKnn(identityNet(5), createKnn(points, labels, { k: 5 }));
    const engine = createEngine({ modules: [linearModule], precision: 'float64' });
    const expected = await classify(detachKnn(network).knn, queries);
    expect(winners(await predict(network, queries, { engine }), 2)).toEqual([...expected.labels]);
  });

  it('counts its references as weights, not as parameters', () => {
    const layer = knnLayer({ counts: [3, 4], k: 5 });
    expect(layer.parameters([5])).toMatchObject([
      { name: 'references', shape: [7, 5], averageRate: 0 },
    ]);
    expect(layer.macs([5])).toBe(35);
  });

  it('cannot be trained through', () => {
    const layer = knnLayer({ counts: [1, 1], k: 1 });
    // @ts-expect-error It looks at nothing.
    expect(() => layer.backward([], {})).toThrow('knn has no gradient; train with dense layers');
  });

  it('says what is wrong in one line', () => {
    const attempt = (options: object) => () => knnLayer({ counts: [5, 5], ...options });
    expect(attempt({ k: 0 })).toThrow(
      'knn: k must be an integer from 1 to the 10 references, got 0',
    );
    expect(attempt({ k: 11 })).toThrow('got 11');
    expect(attempt({ counts: [2000, 3000], k: 1025 })).toThrow('from 1 to 1024, got 1025');
    expect(attempt({ counts: [9, 0] })).toThrow(
      'must have at least two classes, got counts [9, 0]',
    );
    expect(attempt({ counts: [] })).toThrow('at least two classes');
    expect(attempt({ counts: [5, -5] })).toThrow('counts[1] must be an integer from 0');
    expect(attempt({ counts: [5, 2 ** 24] })).toThrow('number of references must be an integer');
    expect(attempt({ vote: 'loud' })).toThrow("vote must be 'majority' or 'distance', got loud");
    expect(() => knnLayer({ counts: [5, 5] }).outputShape([4, 4])).toThrow(
      'put flatten() in front',
    );
  });
});

describe('knnLayers', () => {
  it('make the layer that its JSON describes', () => {
    const { kind, options } = knnLayer({ counts: [2, 3], k: 4, vote: 'distance' });
    const json = JSON.parse(JSON.stringify({ layers: [{ kind, options }] }));
    const [again] = layersFromJSON(json, knnLayers);
    expect(again.options).toEqual(options);
  });

  it.each([
    [{}, 'counts must be a list'],
    [{ counts: '55', k: 1, vote: 'majority' }, 'counts must be a list'],
    [{ counts: [5, '5'], k: 1, vote: 'majority' }, 'counts[1] must be an integer'],
    [{ counts: [5, 5], vote: 'majority' }, 'k must be an integer'],
    [{ counts: [5, 5], k: '3', vote: 'majority' }, 'k must be an integer'],
    [{ counts: [5, 5], k: 3 }, "vote must be 'majority' or 'distance'"],
  ])('refuse the options %j', (options, message) => {
    const json = { layers: [{ kind: 'knn', options: options as never }] };
    expect(() => layersFromJSON(json, knnLayers)).toThrow(message);
  });
});

describe('attachKnn', () => {
  it('puts references in the order of their classes and keeps their order in each', () => {
    const knn = createKnn(Float32Array.of(1, 2, 3, 4, 5), [1, 0, 1, 0, 1], { k: 1, classes: 3 });
    const network = attachKnn(identityNet(1), knn);
    expect([...network.weights['1.knn.references']]).toEqual([2, 4, 1, 3, 5]);
    expect(network.layers[1].options).toEqual({ counts: [2, 3, 0], k: 1, vote: 'majority' });
    const { knn: again } = detachKnn(network);
    expect([...again.labels]).toEqual([0, 0, 1, 1, 1]);
    expect(again.classes).toBe(3);
  });

  it('refuses references of another width and networks without a k-NN, in one line', () => {
    const knn = createKnn(Float32Array.of(1, 2), [0, 1], { k: 1 });
    expect(() => attachKnn(identityNet(2), knn)).toThrow(
      'must be of width 2 as the features, got 1',
    );
    expect(() => detachKnn(identityNet(2))).toThrow('the last of several layers must be a knn');
    const alone = createNetwork({ layers: [knnLayer({ counts: [1, 1], k: 1 })], inputShape: [2] });
    expect(() => detachKnn(alone)).toThrow('must be a knn');
  });
});
