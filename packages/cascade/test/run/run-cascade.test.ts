import { describe, expect, it } from 'vitest';
import {
  createPolicy,
  EXIT_RULES,
  evaluatePolicy,
  fitCalibration,
  fitTemperature,
  functionStage,
  measureStages,
  mixProbabilities,
  parsePolicy,
  recordStages,
  runCascade,
  type Stage,
  scoreStages,
  thresholdsForShares,
} from '../../src/index.js';
import { classes, modelStage, smallModel, someImages } from '../stages/small-models.js';

const images = someImages(90, 32);
const stages = [
  modelStage('small', smallModel(8, 1)),
  modelStage('medium', smallModel(16, 2)),
  modelStage('large', smallModel(32, 3)),
];

describe('runCascade', () => {
  it.each(EXIT_RULES)('lets images leave where the recordings say, by %s', async (rule) => {
    const recordings = await recordStages(stages, images);
    const temperatures = recordings.map(fitTemperature);
    const scores = scoreStages(recordings, { rule, temperatures });
    const thresholds = thresholdsForShares(scores, [0.4, 0.3, 0.3]);
    const policy = createPolicy(recordings, thresholds, { rule, temperatures });
    const found = await runCascade(policy, stages, images, { batch: 32 });
    expect(found.counts).toEqual(policy.fitted.exits);
    expect(found.macs).toBeCloseTo(policy.fitted.macs, 6);
    const right = found.predicted.filter((named, image) => named === images.labels[image]).length;
    expect(right / 90).toBe(policy.fitted.accuracy);
    expect(evaluatePolicy(policy, recordings).accuracy).toBe(policy.fitted.accuracy);
    for (let image = 0; image < 90; image++) {
      const row = [...found.probabilities.subarray(image * 3, image * 3 + 3)];
      expect(row.indexOf(Math.max(...row))).toBe(found.predicted[image]);
    }
    expect(await runCascade(policy, stages, images)).toEqual(found);
  });

  it('mixes what the stages before said, as the recordings do', async () => {
    const recordings = await recordStages(stages, images);
    const { temperatures } = fitCalibration(recordings);
    const mixes = [[1], [0.3, 0.7], [0.2, 0, 0.8]];
    for (const rule of EXIT_RULES) {
      const scoring = { rule, temperatures, mixes };
      const scores = scoreStages(recordings, scoring);
      const thresholds = thresholdsForShares(scores, [0.4, 0.3, 0.3]);
      const policy = parsePolicy(JSON.stringify(createPolicy(recordings, thresholds, scoring)));
      const found = await runCascade(policy, stages, images, { batch: 32 });
      expect(found.counts).toEqual(policy.fitted.exits);
      expect([...found.predicted]).toEqual(
        [...found.exits].map((stage, image) => scores[stage].predicted[image]),
      );
      const said = recordings.map(({ probabilities }) => probabilities);
      const last = mixProbabilities(said, 3, mixes[2], temperatures[2]);
      found.exits.forEach((stage, image) => {
        if (stage < 2) return;
        const row = found.probabilities.subarray(image * 3, image * 3 + 3);
        expect([...row]).toEqual([...Float32Array.from(last).subarray(image * 3, image * 3 + 3)]);
      });
    }
  });

  it('computes shared features once, and only for images that come so far', async () => {
    const model = smallModel(16, 1);
    const plain = modelStage('first', model);
    const computed: number[] = [];
    const share = (stage: Stage): Stage => ({
      ...stage,
      features: stage.features && {
        ...stage.features,
        compute: (set) => {
          computed.push(set.count);
          return stage.features?.compute(set) ?? Promise.reject();
        },
      },
    });
    const shared = [share(plain), share(modelStage('second', smallModel(16, 5)))];
    const alone = [plain, modelStage('second', smallModel(16, 5))];
    const recordings = await recordStages(alone, images);
    const scores = scoreStages(recordings);
    const thresholds = thresholdsForShares(scores, [0.5, 0.5]);
    const policy = createPolicy(recordings, thresholds);
    const found = await runCascade(policy, shared, images);
    expect(computed).toEqual([90]);
    expect(found.counts).toEqual(policy.fitted.exits);
    // The second stage alone says the same of the images that came to it.
    const { labels, probabilities } = recordings[1];
    labels.forEach((_, image) => {
      if (found.exits[image] === 0) return;
      expect(found.probabilities.subarray(image * 3, image * 3 + 3)).toEqual(
        probabilities.subarray(image * 3, image * 3 + 3),
      );
    });
  });

  it('abstains, reports its progress, stops when told, and bears no images', async () => {
    const recordings = await recordStages(stages, images);
    const policy = createPolicy(recordings, ['never', 'never'], { abstainBelow: 1 });
    const done: number[] = [];
    const onBatch = (at: number): number => done.push(at);
    const { predicted, exits } = await runCascade(policy, stages, images, { batch: 60, onBatch });
    expect(done).toEqual([60, 90]);
    expect(exits.every((stage) => stage === 2)).toBe(true);
    expect(predicted.filter((named) => named === -1).length).toBeGreaterThan(80);
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(runCascade(policy, stages, images, { signal })).rejects.toThrow('enough');
    const none = { ...images, count: 0, pixels: new Uint8Array(), labels: new Int32Array() };
    expect((await runCascade(policy, stages, none)).counts).toEqual([0, 0, 0]);
  });

  it('refuses images that are too small and stages that say no probabilities', async () => {
    const recordings = await recordStages(stages, images);
    const policy = createPolicy(recordings, ['never', 'never']);
    await expect(runCascade(policy, stages, someImages(3, 16))).rejects.toThrow(
      'images must be at least 32×32 for stage large, got 16×16',
    );
    await expect(runCascade(policy, stages.slice(1), images)).rejects.toThrow(
      'the policy has 3 stages, got 2',
    );
    const broken = (said: readonly number[]) =>
      functionStage(() => said, { ...stages[0], classes, name: 'broken' });
    await expect(recordStages([broken([1, 0, 0])], images)).rejects.toThrow(
      'stage broken must say 3 probabilities for each of 90 images, got 3 numbers',
    );
    const nan = new Array(270).fill(Number.NaN);
    await expect(recordStages([broken(nan)], images)).rejects.toThrow(
      'probabilities of broken must be numbers from 0 to 1, got NaN for image 0',
    );
  });
});

describe('measureStages', () => {
  it('gives every stage the milliseconds of one image', async () => {
    const timed = await measureStages(stages, images, { turns: 3 });
    for (const [at, { cost }] of timed.entries()) {
      expect(cost.milliseconds).toBeGreaterThan(0);
      expect(cost.macs).toBe(stages[at].cost.macs);
    }
    await expect(measureStages(stages, { ...images, count: 0 })).rejects.toThrow(
      'stages are measured on images, got none',
    );
  });
});
