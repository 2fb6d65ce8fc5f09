import { seededRandom } from '@sig/kernels/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createRecording,
  fitCalibration,
  fitMix,
  fitTemperature,
  mixingGain,
  mixProbabilities,
  type Recording,
  soften,
} from '../../src/index.js';

const cost = { macs: 1, bytes: 1, params: 1 };

function softmax(logits: readonly number[]): number[] {
  const top = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** Stages whose logits the classes of the images were drawn from, each with some weight. */
function drawn(weights: readonly number[], seed: number, count = 4000): Recording[] {
  const random = seededRandom(seed);
  const said = weights.map(() => [] as number[]);
  const labels: number[] = [];
  for (let image = 0; image < count; image++) {
    const logits = weights.map(() => [0, 1, 2].map(() => 6 * random() - 3));
    const truth = softmax(
      [0, 1, 2].map((c) => weights.reduce((sum, weight, at) => sum + weight * logits[at][c], 0)),
    );
    const at = random();
    labels.push(at < truth[0] ? 0 : at < truth[0] + truth[1] ? 1 : 2);
    for (const [stage, row] of logits.entries()) said[stage].push(...softmax(row));
  }
  return said.map((probabilities, at) =>
    createRecording(probabilities, labels, cost, { name: `s${at}` }),
  );
}

describe('mixProbabilities', () => {
  it('is the geometric mean of what stages say, by their shares', () => {
    // Odds of 4 and 1, each for a half: √4 = 2.
    const [first, second] = mixProbabilities(
      [Float64Array.of(0.8, 0.2), Float64Array.of(0.5, 0.5)],
      2,
      [0.5, 0.5],
      1,
    );
    expect(first).toBeCloseTo(2 / 3, 12);
    expect(second).toBeCloseTo(1 / 3, 12);
    // At half the temperature the odds are squared again.
    const [sure] = mixProbabilities(
      [Float64Array.of(0.8, 0.2), Float64Array.of(0.5, 0.5)],
      2,
      [0.5, 0.5],
      0.5,
    );
    expect(sure).toBeCloseTo(0.8, 12);
  });

  it('is the stage itself where it has all of the answer, bit for bit', () => {
    const last = Float32Array.of(0.3, 0.7);
    expect(mixProbabilities([Float32Array.of(1, 0), last], 2, [0, 1], 1)).toBe(last);
    expect(mixProbabilities([Float32Array.of(1, 0), last], 2, [0, 1], 2)).toEqual(
      soften(last, 2, 2),
    );
  });

  it('sums to 1 and stays finite, also where a stage excludes a class', () => {
    const row = fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 })
      .filter((weights) => weights.some((weight) => weight > 0))
      .map((weights) => {
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        return Float64Array.from(weights, (weight) => weight / total);
      });
    fc.assert(
      fc.property(row, row, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, share) => {
        const mixed = [...mixProbabilities([a, b], 3, [share, 1 - share], 0.7)];
        expect(mixed.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
        for (const value of mixed) expect(value).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('fitMix', () => {
  it.each([
    [[0.5, 0.5], 1],
    [[0.25, 0.75], 2],
    [[0.2, 0.3, 0.5], 0.8],
  ])('finds the shares %j that classes were drawn by', (shares, temperature) => {
    const weights = shares.map((share) => share / temperature);
    const found = fitMix(drawn(weights, 3));
    expect(found?.temperature).toBeGreaterThan(temperature * 0.93);
    expect(found?.temperature).toBeLessThan(temperature * 1.07);
    for (const [at, share] of shares.entries()) expect(found?.mix[at]).toBeCloseTo(share, 1);
  });

  it('is the likeliest: other shares and temperatures are less likely', () => {
    const recordings = drawn([0.4, 0.9], 11, 500);
    const found = fitMix(recordings);
    const said = recordings.map(({ probabilities }) => probabilities);
    const { labels } = recordings[0];
    const likelihood = (share: number, temperature: number): number => {
      const mixed = mixProbabilities(said, 3, [share, 1 - share], temperature);
      return labels.reduce((sum, label, image) => sum + Math.log(mixed[3 * image + label]), 0);
    };
    const { mix: [share] = [], temperature = 1 } = found ?? {};
    const best = likelihood(share, temperature);
    for (const change of [-0.002, 0.002]) {
      expect(likelihood(share + change, temperature)).toBeLessThan(best);
      expect(likelihood(share, temperature * (1 + change))).toBeLessThan(best);
    }
  });

  it('of one stage is its temperature', () => {
    const [recording] = drawn([1.4], 5, 600);
    const found = fitMix([recording]);
    expect(found?.mix).toEqual([1]);
    expect(found?.temperature).toBeCloseTo(fitTemperature(recording), 5);
  });

  it('gives nothing to a stage that speaks against the truth', () => {
    const found = fitMix(drawn([-0.8, 1], 7));
    expect(found?.mix).toEqual([0, 1]);
  });

  it('bears stages that say the same', () => {
    const [recording] = drawn([1], 2, 300);
    const found = fitMix([recording, recording]);
    expect(found?.temperature).toBeCloseTo(fitTemperature(recording), 4);
    expect((found?.mix[0] ?? 0) + (found?.mix[1] ?? 0)).toBeCloseTo(1, 12);
  });

  it('finds nothing where the surer is always the likelier', () => {
    const right = createRecording([0.9, 0.1, 0.2, 0.8], [0, 1], cost);
    expect(fitMix([right, right])).toBeUndefined();
    const wrong = createRecording([0.9, 0.1, 0.2, 0.8], [1, 0], cost);
    expect(fitMix([wrong])).toBeUndefined();
  });
});

describe('fitCalibration', () => {
  it('fits temperatures, and on request what earlier stages add', () => {
    const recordings = drawn([0.5, 1], 21);
    const own = fitCalibration(recordings);
    expect(own).toEqual({ temperatures: recordings.map(fitTemperature), warnings: [] });
    const mixed = fitCalibration(recordings, { mix: true });
    expect(mixed.mixes?.[0]).toEqual([1]);
    expect(mixed.temperatures[0]).toBeCloseTo(own.temperatures[0], 6);
    expect({ mix: mixed.mixes?.[1], temperature: mixed.temperatures[1] }).toEqual(
      fitMix(recordings),
    );
  });

  it('leaves a stage as it is that is right about every image, and says so', () => {
    const right = createRecording([0.9, 0.1, 0.2, 0.8], [0, 1], cost, { name: 'small' });
    const wrong = createRecording([0.9, 0.1, 0.2, 0.8], [1, 0], cost, { name: 'guess' });
    for (const mix of [false, true]) {
      const found = fitCalibration([right], { mix });
      expect(found.temperatures).toEqual([1]);
      expect(found.warnings).toEqual([
        'no temperature of stage small is the likeliest on 2 images, it is right about every one: it stays 1; fit on more images',
      ]);
    }
    expect(fitCalibration([wrong]).warnings[0]).toMatch(/guess .*no better than a guess/);
  });
});

describe('mixingGain', () => {
  it('tells that mixing helps where earlier stages know something more', () => {
    const { own, mixed, helps } = mixingGain(drawn([0.6, 1], 31, 800));
    expect(mixed).toBeLessThan(own);
    expect(helps).toBe(true);
  });

  it('tells that it does not where they know nothing, or where images are few', () => {
    expect(mixingGain(drawn([0, 1], 33, 800)).helps).toBe(false);
    expect(mixingGain(drawn([0.6, 1], 35, 4)).helps).toBe(false);
  });

  it('needs two parts or more', () => {
    expect(() => mixingGain(drawn([1, 1], 1, 20), { folds: 1 })).toThrow(
      'folds must be an integer of at least 2, got 1',
    );
  });
});
