import { describe, expect, it } from 'vitest';
import { learnPrototypes, prototypeBytes, scoreByPrototypes } from '../../src/index.js';

// Four heaps at the corners of a square, opposite ones of one class: no line parts them.
const corners = [
  [1, 1],
  [-1, -1],
  [1, -1],
  [-1, 1],
];
const labels = Array.from({ length: 160 }, (_, index) => Math.floor((index % 4) / 2));
const features = Float32Array.from({ length: 320 }, (_, at) => {
  const index = Math.floor(at / 2);
  return 5 + corners[index % 4][at % 2] + 0.3 * Math.sin(7 * at) + (index === 0 ? 0.01 : 0);
});
const samples = { features, labels };
const options = { count: 8, dimensions: 2, epochs: 30, batch: 16, learningRate: 0.05 };

describe('learnPrototypes', () => {
  it('tells apart what no line parts, in probabilities', async () => {
    const prototypes = await learnPrototypes(samples, options);
    const found = await scoreByPrototypes(prototypes, features);
    for (const [row, label] of labels.entries()) {
      expect(found[2 * row] + found[2 * row + 1]).toBeCloseTo(1, 5);
      expect(found[2 * row + label]).toBeGreaterThan(0.5);
    }
  });

  it('learns scores whose weighted mean are the logits, worked out here in float64', async () => {
    const prototypes = await learnPrototypes(samples, { ...options, epochs: 2 });
    const { projection, references, scores, gamma, count, width } = prototypes;
    const found = await scoreByPrototypes(prototypes, features);
    for (let row = 0; row < labels.length; row += 13) {
      const x = Array.from({ length: width }, (_, i) =>
        [0, 1].reduce(
          (sum, input) => sum + features[2 * row + input] * projection.weight[input * width + i],
          projection.bias[i],
        ),
      );
      const logits = [0, 0];
      let total = 0;
      for (let j = 0; j < count; j++) {
        const square = x.reduce(
          (sum, value, i) => sum + (value - references[j * width + i]) ** 2,
          0,
        );
        const share = Math.exp(-gamma * square);
        total += share;
        for (const label of [0, 1]) logits[label] += share * scores[2 * j + label];
      }
      const first = 1 / (1 + Math.exp((logits[1] - logits[0]) / total));
      expect(found[2 * row]).toBeCloseTo(first, 4);
    }
  });

  it('reports its epochs and gives the same bytes for a seed', async () => {
    const losses: number[] = [];
    const onEpoch = ({ loss }: { loss: number }) => losses.push(loss);
    const one = await learnPrototypes(samples, { ...options, epochs: 8, seed: 3, onEpoch });
    expect(losses.length).toBe(8);
    expect(losses[7]).toBeLessThan(losses[0]);
    expect(await learnPrototypes(samples, { ...options, epochs: 8, seed: 3 })).toEqual(one);
  });

  it('takes as many prototypes as fit into its bytes', async () => {
    const budget = { maxBytes: 200, storage: 'float32', dimensions: 2, epochs: 1 } as const;
    const { count } = await learnPrototypes(samples, budget);
    const shape = { width: 2, classes: 2, inputs: 2, scored: true };
    expect(prototypeBytes({ ...shape, count }, 'float32')).toBeLessThanOrEqual(200);
    expect(prototypeBytes({ ...shape, count: count + 1 }, 'float32')).toBeGreaterThan(200);
  });

  it('says what is wrong in one line', async () => {
    const attempt = (more: object) => learnPrototypes(samples, { ...options, ...more });
    await expect(attempt({ dimensions: 0 })).rejects.toThrow('dimensions must be an integer');
    await expect(attempt({ count: 1 })).rejects.toThrow('count must be an integer from 2 to 160');
    await expect(attempt({ epochs: 0 })).rejects.toThrow('epochs');
    await expect(
      scoreByPrototypes(
        await learnPrototypes(samples, { ...options, epochs: 1 }),
        features.subarray(1),
      ),
    ).rejects.toThrow(RangeError);
  });
});
