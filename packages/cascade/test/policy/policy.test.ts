import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createPolicy,
  createRecording,
  evaluatePolicy,
  findFront,
  type Policy,
  parsePolicy,
  scoreStages,
} from '../../src/index.js';

const cost = (macs: number) => ({ macs, bytes: 10, params: 2 });
// The first stage is right about images 0 and 1, the second about all but the last.
const small = createRecording(
  [0.95, 0.05, 0.2, 0.8, 0.4, 0.6, 0.45, 0.55, 0.9, 0.1],
  [0, 1, 0, 0, 1],
  cost(1),
  { name: 'small', classes: ['cat', 'dog'], resolution: 32 },
);
const large = createRecording(
  [0.99, 0.01, 0.1, 0.9, 0.7, 0.3, 0.6, 0.4, 0.8, 0.2],
  [0, 1, 0, 0, 1],
  cost(10),
  { name: 'large', classes: ['cat', 'dog'], resolution: 96 },
);
const policy = createPolicy([small, large], [0.8], { models: ['small.safetensors', 'b/l.onnx'] });

describe('a policy', () => {
  it('comes to what its exits come to', () => {
    // Images 0, 1 and 4 stop at the first stage, right, right and wrong; the others go on and are right.
    const found = evaluatePolicy(policy, [small, large]);
    expect(found.exits.map(({ images, accuracy }) => [images, accuracy])).toEqual([
      [3, 2 / 3],
      [2, 1],
    ]);
    expect(found.accuracy).toBe(0.8);
    expect(found.macs).toBeCloseTo(1 + 10 * 0.4, 12);
    expect(found.worst.macs).toBe(11);
    expect(found.stageAccuracy).toEqual([0.4, 0.8]);
    expect(found.milliseconds).toBeUndefined();
    expect(policy.fitted).toEqual({ images: 5, exits: [3, 2], accuracy: 0.8, macs: 5 });
    // Bins of 0.95, 0.8, 0.9, 0.7, 0.6: each image has one of its own.
    expect(found.calibrationError).toBeCloseTo((0.05 + 0.2 + 0.9 + 0.3 + 0.4) / 5, 6);
  });

  it('abstains where its last stage is not sure enough', () => {
    const careful = createPolicy([small, large], [0.8], { abstainBelow: 0.65 });
    const { coverage, accuracy, macs } = evaluatePolicy(careful, [small, large]);
    expect(coverage).toBe(0.8);
    expect(accuracy).toBe(3 / 4);
    expect(macs).toBeCloseTo(5, 12);
  });

  it('tells each stage alone from its answer with those before mixed in', () => {
    const mixes = [[1], [0.9, 0.1]];
    const mixed = createPolicy([small, large], [0.8], { mixes });
    // Image 3: odds of 0.45/0.55 to the 0.9 and 0.6/0.4 to the 0.1 are 0.87, so that dog is said, wrong.
    const found = evaluatePolicy(mixed, [small, large]);
    expect(found.accuracy).toBeCloseTo((2 + 0) / 5, 12);
    expect(found.stageAccuracy).toEqual([0.4, 0.8]);
    expect(found.worst).toMatchObject({ macs: 11, accuracy: 0.4 });
    expect(mixed.stages.map(({ mix }) => mix)).toEqual([undefined, [0.9, 0.1]]);
    expect(parsePolicy(JSON.stringify(mixed))).toEqual(JSON.parse(JSON.stringify(mixed)));
    // The search sees the mixed answers: nothing is gained by going on.
    const front = findFront(scoreStages([small, large], { mixes }));
    expect(front).toEqual([{ thresholds: [0], accuracy: 0.4, cost: 1 }]);
  });

  it('keeps how stages take pixels', () => {
    const pixels = [undefined, { mean: [0.485, 0.456, 0.406], deviation: [0.2] }];
    const scaled = createPolicy([small, large], [0.8], { pixels });
    expect(parsePolicy(JSON.stringify(scaled)).stages.map((stage) => stage.pixels)).toEqual(pixels);
    expect(() => createPolicy([small, large], [0.8], { pixels: [undefined] })).toThrow(
      'pixels must be one for each stage, got 1',
    );
  });

  it('is the same after it was written and read', () => {
    expect(parsePolicy(JSON.stringify(policy))).toEqual(JSON.parse(JSON.stringify(policy)));
    const never = createPolicy([small, large], ['never']);
    expect(parsePolicy(JSON.stringify(never)).stages[0].threshold).toBe('never');
  });

  it.each([
    [
      'JSON but for a NaN',
      '{"rule": NaN}',
      'it holds NaN, which is no number of JSON; numbers must be finite',
    ],
    ['not JSON', '{', 'a policy must be JSON, and this is none'],
    ['another thing', 'null', 'a policy must be an object, got null'],
    ['another format', { format: 'x' }, `not a cascade's policy: its format is "x"`],
    ['a newer version', { version: 2 }, 'needs a newer @sig/cascade'],
    ['a rule it does not know', { rule: 'luck' }, 'rule must be one of max-softmax, margin'],
    ['one class', { classes: ['cat'] }, 'classes must be a list of 2 to 100000 items, got 1'],
    ['classes of one name', { classes: ['cat', 'cat'] }, 'classes must be different names'],
    ['no stages', { stages: [] }, 'stages must be a list of 1 to 16 items, got 0'],
    ['other exits', { fitted: { ...policy.fitted, exits: [1, 2] } }, 'must sum to the 5 images'],
  ])('is refused where it is %s', (_, change, message) => {
    const value = typeof change === 'string' ? change : { ...policy, ...change };
    expect(() => parsePolicy(value)).toThrow(message);
  });

  it.each([
    ['threshold', 1.5, 'threshold of stage 0 must be a number from 0 to 1, got 1.5'],
    ['threshold', '0.5', 'threshold of stage 0 must be a number from 0 to 1, got "0.5"'],
    ['temperature', 0, 'temperature of stage 0 must be a number from 0.000001 to 1000000, got 0'],
    ['model', '../../secret', 'model of stage 0 must be a file beside the policy'],
    ['model', '/etc/passwd', 'model of stage 0 must be a file beside the policy'],
    ['model', 'C:\\x', 'model of stage 0 must be a file beside the policy'],
    ['cost', { macs: -1, bytes: 0, params: 0 }, 'cost of stage 0.macs must be a number from 0 up'],
    ['name', '', 'the name of stage 0 must be a text of 1 to 200 characters'],
    ['pixels', { mean: [0, 0, 0, 0] }, 'pixels.mean of stage 0 must be a list of 1 to 3 items'],
    ['pixels', { deviation: [0] }, 'pixels.deviation of stage 0 must be a number from 0.000001'],
    ['mix', [0.5, 0.5], 'mix of stage 0 must be a list of 1 to 1 items, got 2'],
    ['mix', [0.5], 'the mix of stage 0 must be 1 shares from 0 up that sum to 1, got 0.5'],
    ['mix', ['1'], 'mix of stage 0 must be a number from 0 to 1, got "1"'],
    ['resolution', 0.5, 'resolution of stage 0 must be an integer of at least 1, got 0.5'],
  ])('is refused for the %s %s of a stage', (field, value, message) => {
    const [first, last] = policy.stages;
    const stages = [{ ...first, [field]: value }, last];
    expect(() => parsePolicy({ ...policy, stages })).toThrow(message);
  });

  it('is read or refused with an error, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(100), (value, at) => {
        const text = JSON.stringify(policy);
        const keys = [...text.matchAll(/"[a-z]+":/g)];
        const key = keys[at % keys.length];
        const start = key.index + key[0].length;
        const changed = `${text.slice(0, start)}${JSON.stringify(value)},"x":${text.slice(start)}`;
        let read: Policy | undefined;
        try {
          read = parsePolicy(changed);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
          expect(String(error)).not.toContain('\n');
        }
        if (read)
          expect(parsePolicy(JSON.stringify(read))).toEqual(JSON.parse(JSON.stringify(read)));
      }),
    );
  });
});

describe('stages that do not fit together', () => {
  it('are refused for other classes, other images and other numbers of them', () => {
    const three = createRecording([0.2, 0.3, 0.5], [0], cost(1), { name: 'three' });
    const cats = createRecording([0.5, 0.5], [0], cost(1), { classes: ['dog', 'cat'] });
    const one = createRecording([0.5, 0.5], [1], cost(1), { name: 'one', classes: ['dog', 'cat'] });
    expect(() => scoreStages([three, cats])).toThrow(
      'stages must have the same classes in the same order, stage and three have 2 (dog, cat) and 3 (0, 1, 2)',
    );
    expect(() => scoreStages([small, { ...cats, classes: small.classes }])).toThrow(
      'stages must be recorded on the same images, stage and small have 1 and 5',
    );
    expect(() => scoreStages([cats, one])).toThrow('one and stage differ in the label of image 0');
    expect(() => scoreStages([])).toThrow('a cascade needs at least one stage, got none');
    expect(() => evaluatePolicy(policy, [small])).toThrow('the policy has 2 stages, got 1');
    expect(() => evaluatePolicy(policy, [one, one])).toThrow(
      "stage one must have the policy's 2 classes in their order, got 2: dog, cat",
    );
  });

  it('are refused for thresholds, temperatures and rules that are none', () => {
    expect(() => createPolicy([small, large], [1.2])).toThrow(
      'a threshold must be a number from 0 to 1 or "never", got 1.2',
    );
    expect(() => createPolicy([small, large], [Number.NaN])).toThrow(/got NaN/);
    expect(() => createPolicy([small, large], [])).toThrow(
      'thresholds must be 1, one for each stage but the last, got 0',
    );
    expect(() => scoreStages([small], { temperatures: [0] })).toThrow(
      'temperatures must be 1 numbers above 0, one for each stage, got 0',
    );
    expect(() => scoreStages([small, large], { mixes: [[1]] })).toThrow(
      'mixes must be 2, one for each stage, got 1',
    );
    for (const mix of [[1], [0.5, 0.6], [1.5, -0.5], [Number.NaN, 1]]) {
      expect(() => scoreStages([small, large], { mixes: [[1], mix] })).toThrow(
        `the mix of stage 1 must be 2 shares from 0 up that sum to 1, got ${mix.join(', ')}`,
      );
    }
    expect(() => scoreStages([small], { rule: 'luck' as 'margin' })).toThrow(
      'rule must be one of max-softmax, margin, entropy, agreement, got "luck"',
    );
  });
});
