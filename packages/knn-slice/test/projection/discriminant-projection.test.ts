import { describe, expect, it } from 'vitest';
import { discriminantProjection, project } from '../../src/index.js';
import { randomSamples } from '../knn/random-samples.js';

describe('discriminantProjection', () => {
  it('finds the direction S⁻¹(m₁ - m₀) that is worked out by hand', async () => {
    // About their means both classes lie at (±2, 0) and (0, ±1): S = diag(2, 1/2).
    const cross = [2, 0, -2, 0, 0, 1, 0, -1];
    const moved = cross.map((value, at) => value + (at % 2 === 0 ? 4 : 3));
    const features = Float32Array.from([...cross, ...moved]);
    const labels = [0, 0, 0, 0, 1, 1, 1, 1];
    const { weight, bias } = await discriminantProjection(
      { features, labels },
      { shrinkage: 1e-9 },
    );
    // S⁻¹(4, 3) = (2, 6), of length 1 where S is the measure: 2·2² + 6²/2 = 26.
    const sign = Math.sign(weight[0]);
    expect(sign * weight[0]).toBeCloseTo(2 / Math.sqrt(26), 5);
    expect(sign * weight[1]).toBeCloseTo(6 / Math.sqrt(26), 5);
    // The centre (2, 1.5) comes to 0.
    expect(bias[0]).toBeCloseTo(-(2 * weight[0] + 1.5 * weight[1]), 5);
  });

  it('has one dimension less than there are classes, and none for means that depend on others', async () => {
    const { points, labels } = randomSamples(120, 6, 4, 1);
    const four = await discriminantProjection({ features: points, labels });
    expect(four.bias.length).toBe(3);
    expect((await project(four, points)).length).toBe(120 * 3);
    // Means on a line: 0, 1 and 2.
    const line = Float32Array.of(-1, 0, 1, 0, 0, 0, 2, 0, 1, 0, 3, 0);
    const flat = await discriminantProjection({ features: line, labels: [0, 0, 1, 1, 2, 2] });
    expect(flat.bias.length).toBe(1);
  });

  it('tells classes apart whose means are the same, where they fall into subclasses', async () => {
    // Class 0 lies at -6 and 6, class 1 at -2 and 2, all a little spread.
    const labels = Array.from({ length: 80 }, (_, index) => index % 2);
    const features = Float32Array.from({ length: 160 }, (_, at) => {
      const index = at >> 1;
      const spread = Math.sin(7 * at);
      const side = index % 4 < 2 ? 1 : -1;
      return at % 2 === 1 ? spread : side * (labels[index] === 0 ? 6 : 2) + spread / 10;
    });
    const samples = { features, labels };
    const { weight, bias } = await discriminantProjection(samples, { subclasses: 2 });
    // Four means that lie about on a line: what is left beside it is the noise of the second axis.
    const strongest = [0, 1, 2].slice(0, bias.length).reduce((best, output) => {
      const own =
        Math.abs(weight[output]) / Math.hypot(weight[output], weight[bias.length + output]);
      return Math.max(best, own);
    }, 0);
    expect(strongest).toBeGreaterThan(0.99);
    await expect(discriminantProjection(samples, { subclasses: 0 })).rejects.toThrow(
      'subclasses must be an integer of at least 1, got 0',
    );
  });

  it('is the same on two threads but for rounding', async () => {
    const { points, labels } = randomSamples(1100, 5, 3, 2);
    const samples = { features: points, labels };
    const one = await discriminantProjection(samples);
    const two = await discriminantProjection(samples, { threads: 2 });
    for (const [at, value] of one.weight.entries()) expect(two.weight[at]).toBeCloseTo(value, 4);
  });

  it('says what is wrong in one line', async () => {
    const { points, labels } = randomSamples(10, 2, 2, 3);
    const attempt = (features: Float32Array, own: number[], shrinkage?: number) =>
      discriminantProjection({ features, labels: own }, { shrinkage });
    await expect(attempt(points, labels, 0)).rejects.toThrow('shrinkage must be a number above 0');
    await expect(attempt(points, labels.slice(1))).rejects.toThrow('features must be [9, width]');
    await expect(attempt(points, new Array(10).fill(1))).rejects.toThrow('at least two classes');
    await expect(
      attempt(
        points.map(() => Number.NaN),
        labels,
      ),
    ).rejects.toThrow('got NaN at 0');
    await expect(
      attempt(
        points.map(() => 7),
        labels,
      ),
    ).rejects.toThrow('must differ in their means');
  });
});
