import KNN from 'ml-knn';
import { describe, expect, it } from 'vitest';
import { classify, createKnn } from '../../src/index.js';
import { randomSamples } from './random-samples.js';

describe('classify', () => {
  it('gives the labels of ml-knn itself where no vote is tied', async () => {
    const { points, labels } = randomSamples(300, 8, 2, 1);
    const queries = randomSamples(200, 8, 2, 2).points;
    const rows = (matrix: Float32Array) =>
      Array.from({ length: matrix.length / 8 }, (_, row) => [
        ...matrix.slice(row * 8, row * 8 + 8),
      ]);
    const expected = new KNN(rows(points), labels, { k: 7 }).predict(rows(queries));
    const found = await classify(createKnn(points, labels, { k: 7 }), queries, { threads: 2 });
    expect([...found.labels]).toEqual(expected);
  });

  it('gives a tie to the class whose nearest neighbour is nearest', async () => {
    const references = Float32Array.of(3, -2, 5, -4);
    const { labels, probabilities } = await classify(
      createKnn(references, [0, 1, 0, 1], { k: 4 }),
      Float32Array.of(0),
    );
    expect([...labels]).toEqual([1]);
    expect([...probabilities]).toEqual([0.5, 0.5]);
  });

  it('weighs votes by 1 / distance where asked', async () => {
    const references = Float32Array.of(1, -4, 4, 8);
    const knn = createKnn(references, [0, 1, 1, 1], { k: 3, vote: 'distance' });
    const { labels, probabilities } = await classify(knn, Float32Array.of(0, 4));
    // 1 : 1/4 + 1/4, then only what lies at distance 0 votes.
    expect([...labels]).toEqual([0, 1]);
    expect(probabilities[0]).toBeCloseTo(2 / 3, 6);
    expect([...probabilities.slice(2)]).toEqual([0, 1]);
  });
});
