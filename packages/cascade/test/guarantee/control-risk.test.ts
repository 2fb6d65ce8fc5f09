import { seededRandom } from '@sig/kernels/random';
import { describe, expect, it } from 'vitest';
import {
  controlRisk,
  evaluateScores,
  findFront,
  riskOf,
  type StageScores,
} from '../../src/index.js';
import { scoresOf } from '../search/random-scores.js';

/** Images that are hard for all stages or for none, and stages that are surer where they are right. */
function population(count: number, seed: number): StageScores[] {
  const random = seededRandom(seed);
  const rows = [0.6, 0.75, 0.85].map(() => [] as { sure: number; right: boolean }[]);
  for (let image = 0; image < count; image++) {
    const hardness = random();
    for (const [stage, skill] of [0.6, 0.75, 0.85].entries()) {
      const right = 0.7 * hardness + 0.3 * random() < skill;
      rows[stage].push({ sure: random() ** (right ? 0.2 : 1), right });
    }
  }
  return scoresOf(rows, [1, 5, 30]);
}

function pick(scores: readonly StageScores[], images: readonly number[]): StageScores[] {
  return scores.map((stage) => ({
    ...stage,
    confidence: Float64Array.from(images, (image) => stage.confidence[image]),
    correct: Uint8Array.from(images, (image) => stage.correct[image]),
    predicted: new Int32Array(images.length),
  }));
}

function shuffled(count: number, random: () => number): number[] {
  const order = [...Array(count).keys()];
  for (let at = count - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other], order[at]];
  }
  return order;
}

describe('controlRisk', () => {
  const SPLITS = 200;

  it.each([
    { loss: 'against-last', risk: 0.05, confidence: 0.9 },
    { loss: 'error', risk: 0.25, confidence: 0.8 },
  ] as const)(
    'keeps its promise of $loss ≤ $risk in $confidence of 200 random splits',
    ({ loss, risk, confidence }) => {
      const all = population(4000, 7);
      const random = seededRandom(11);
      let broken = 0;
      let saved = 0;
      for (let split = 0; split < SPLITS; split++) {
        const order = shuffled(4000, random);
        const fitted = pick(all, order.slice(0, 300));
        const heldOut = pick(all, order.slice(300, 800));
        const test = pick(all, order.slice(800));
        const { thresholds } = controlRisk(fitted, heldOut, { loss, risk, confidence });
        if (riskOf(test, thresholds, loss) > risk) broken++;
        if (evaluateScores(test, thresholds).macs < 24) saved++;
      }
      expect(broken).toBeLessThanOrEqual(SPLITS * (1 - confidence));
      // A promise is easily kept by never leaving the last stage, which costs 36.
      expect(saved).toBeGreaterThan(SPLITS / 2);
    },
  );

  // Without the test, the threshold that looks best on the images at hand breaks the promise half the time.
  it('is needed: the point that keeps the risk on its own images exceeds it on others', () => {
    const all = population(4000, 7);
    const random = seededRandom(11);
    let broken = 0;
    for (let split = 0; split < SPLITS; split++) {
      const order = shuffled(4000, random);
      const fitted = pick(all, order.slice(0, 300));
      // From the cheapest on.
      const kept = findFront(fitted).find(
        ({ thresholds }) => riskOf(fitted, thresholds, 'against-last') <= 0.05,
      );
      const test = pick(all, order.slice(800));
      if (kept && riskOf(test, kept.thresholds, 'against-last') > 0.05) broken++;
    }
    expect(broken).toBeGreaterThan(SPLITS * 0.1);
  });

  it('says what it promised, on how many images, and after how many tests', () => {
    const all = population(4000, 3);
    const order = shuffled(4000, seededRandom(1));
    const fitted = pick(all, order.slice(0, 1000));
    const heldOut = pick(all, order.slice(1000));
    const found = controlRisk(fitted, heldOut, { risk: 0.05 });
    expect(found.promise).toEqual({
      loss: 'against-last',
      risk: 0.05,
      confidence: 0.9,
      images: 3000,
    });
    expect(found.found).toBe(riskOf(heldOut, found.thresholds, 'against-last'));
    expect(found.found).toBeLessThan(0.05);
    expect(found.pValue).toBeLessThanOrEqual(0.1);
    expect(found.tested).toBeGreaterThan(1);
  });

  it('refuses a promise that too few images allow, and names what was found', () => {
    const scores = population(20, 3);
    expect(() => controlRisk(scores, scores, { risk: 0.01 })).toThrow(
      /^no policy can be promised a risk of at most 0.01 with confidence 0.9 on 20 images; the safest lost .* more images/,
    );
  });

  it('refuses a risk or a confidence that is none', () => {
    const scores = population(20, 3);
    expect(() => controlRisk(scores, scores, { risk: 0 })).toThrow(
      'risk must be a number above 0 and below 1, got 0',
    );
    expect(() => controlRisk(scores, scores, { risk: 0.1, confidence: 95 })).toThrow(
      'confidence must be a number above 0 and below 1, got 95',
    );
  });
});
