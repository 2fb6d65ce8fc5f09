import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { imageFolder } from '../image-folder.js';
import { QUICK } from '../quick-training.js';
import { runSig } from '../run-sig.js';
import { temporaryFolder } from '../temporary-folder.js';

let pictures: string;
let models: string[];
let policy: string;

/** Two models of different sizes, of which each kept the same 8 of 32 images aside. */
beforeAll(async () => {
  pictures = await imageFolder({ parts: ['train', 'test'], count: 16 });
  const folder = temporaryFolder();
  models = await Promise.all(
    ['8', '16'].map(async (size) => {
      const model = join(folder, `s${size}.safetensors`);
      const changed = ['--size', size, '--epochs', '6', '--validation', '0.25', '--seed', '3'];
      const args = ['train', pictures, '--out', model, ...QUICK, ...changed];
      const { code, stderr } = await runSig([...args, '--no-report', '--quiet']);
      if (code !== 0) throw new Error(`training failed: ${stderr}`);
      return model;
    }),
  );
  policy = join(folder, 'cascade.json');
});

async function fit(args: readonly string[]) {
  const { code, stdout, stderr } = await runSig(['cascade', 'fit', ...args, '--json', '--quiet']);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

async function refuse(args: readonly string[], message: RegExp, code = 1): Promise<void> {
  const run = await runSig([...args, '--quiet']);
  expect(run.stderr).toMatch(message);
  expect(run.stderr.trim().split('\n')).toHaveLength(1);
  expect(run).toMatchObject({ code, stdout: '' });
}

/** What a stage said about images, as a file. */
function recording(
  name: string,
  first: readonly number[],
  macs: number,
  labels?: number[],
): string {
  const file = join(temporaryFolder(), `${name}.json`);
  const content = {
    probabilities: first.map((p) => [p, 1 - p]),
    labels: labels ?? first.map((_, image) => image % 2),
    cost: { macs, bytes: 1000, params: 250 },
    classes: ['cat', 'dog'],
  };
  writeFileSync(file, JSON.stringify(content));
  return file;
}

/** The small stage is right, wrong, right and wrong by rising doubt; the large one always is. */
const small = () => recording('small', [0.95, 0.2, 0.4, 0.6], 1e6);
const large = () => recording('large', [0.9, 0.1, 0.7, 0.2], 20e6);

test('fit chooses thresholds on the images that the training kept aside, and says so', async () => {
  const { code, stdout, stderr } = await runSig([
    ...['cascade', 'fit', ...models, '--data', pictures, '--out', policy],
  ]);
  expect(code).toBe(0);
  const aside =
    '8 of 32 images, those that the training kept aside with --validation 0.25 --seed 3';
  expect(stderr).toContain(`thresholds are chosen on ${aside}`);
  expect(stdout).toContain(aside);
  expect(stdout).toMatch(
    /^stage +answers from +temperature +share +right +alone right +multiply-adds$/m,
  );
  expect(stdout).toMatch(/^s16 +always /m);
  const found = JSON.parse(readFileSync(policy, 'utf8'));
  expect(found).toMatchObject({
    format: 'sig-cascade',
    rule: 'max-softmax',
    classes: ['flat', 'ramp'],
    stages: [
      { name: 's8', model: 's8.safetensors', resolution: 8 },
      { name: 's16', model: 's16.safetensors', resolution: 16, threshold: 0 },
    ],
    fitted: { images: 8 },
  });
});

test('the same seed and images give the same policy, byte for byte', async () => {
  const before = readFileSync(policy);
  await fit([...models, '--data', pictures, '--out', policy]);
  expect(readFileSync(policy).equals(before)).toBe(true);
});

test('all images of a folder that no stage was trained on are taken', async () => {
  const other = await imageFolder({ count: 5 });
  const elsewhere = join(dirname(other), 'others');
  cpSync(other, elsewhere, { recursive: true });
  const out = join(dirname(policy), 'other.json');
  const { from, policy: found } = await fit([...models, '--data', elsewhere, '--out', out]);
  expect(from).toBe('all of others, on which no stage was trained');
  expect(found.fitted.images).toBe(10);
});

test('eval measures the test part: exits, costs, each stage alone, and what was fitted', async () => {
  const words = await runSig(['cascade', 'eval', policy, pictures, '--quiet']);
  expect(words.code).toBe(0);
  expect(words.stdout).toMatch(/^images +8 +32$/m);
  expect(words.stdout).toMatch(/^calibration error +\d+\.\d\d %$/m);

  const { stdout } = await runSig([
    ...['cascade', 'eval', policy, pictures, '--cost', 'milliseconds', '--json', '--quiet'],
  ]);
  const result = JSON.parse(stdout);
  expect(result).toMatchObject({ part: 'test', images: 32, coverage: 1, skipped: 0 });
  const [first, second] = result.exits;
  expect(first.images + second.images).toBe(32);
  const [a, b] = result.alone;
  expect(result.worst.macs).toBe(a.macs + b.macs);
  expect(result.macs).toBeCloseTo(a.macs + second.share * b.macs, 6);
  expect(result.milliseconds).toBeGreaterThan(0);
  expect(result.fitted.images).toBe(8);
  // What sig eval says of a stage alone, where images come in at its size.
  const alone = JSON.parse(
    (await runSig(['eval', models[1], pictures, '--json', '--quiet'])).stdout,
  );
  expect(result.stageAccuracy[1]).toBeCloseTo(alone.accuracy, 12);
  expect(b.macs).toBe(alone.macs);
});

test('predict --cascade tells who answered and what it cost, wherever policy and models are moved', async () => {
  const folder = temporaryFolder();
  for (const file of [policy, ...models]) cpSync(file, join(folder, basename(file)));
  const images = ['flat', 'ramp'].map((name) => join(pictures, 'test', name, '1.png'));
  const args = ['predict', '--cascade', join(folder, 'cascade.json'), ...images];
  const words = await runSig([...args, '--quiet']);
  expect(words.code).toBe(0);
  expect(words.stdout).toMatch(/flat\/1\.png +(flat|ramp) +\d+\.\d % +█\S* +s(8|16) +[\d,]+$/m);
  expect(words.stdout).toMatch(/^s8 \d+\.\d % · s16 \d+\.\d % · [\d,.]+ multiply-adds an image$/m);

  const { predictions, exits, macs, labels } = JSON.parse(
    (await runSig([...args, '--json', '--quiet'])).stdout,
  );
  expect(labels).toEqual(['flat', 'ramp']);
  expect(exits).toHaveLength(2);
  const costs = JSON.parse(readFileSync(policy, 'utf8')).stages.map(
    (stage: { cost: { macs: number } }) => stage.cost.macs,
  );
  const spent: Record<string, number> = { s8: costs[0], s16: costs[0] + costs[1] };
  let total = 0;
  for (const found of predictions) {
    expect(found.macs).toBe(spent[found.stage]);
    expect(found.probability).toBe(Math.max(...found.probabilities));
    expect(found.label).toBe(labels[found.probabilities.indexOf(found.probability)]);
    total += found.macs;
  }
  expect(macs).toBe(total / 2);
});

test('recordings stand in for models, in fit and in eval', async () => {
  const out = join(temporaryFolder(), 'cascade.json');
  const wish = ['--target-accuracy', '0.9', '--no-calibrate', '--out', out];
  const { policy: found, macs, accuracy } = await fit([small(), large(), ...wish]);
  // By hand: 0.95 and 0.8 exit right; what is left goes through both.
  expect(found.stages[0]).toMatchObject({ name: 'small', threshold: 0.8, temperature: 1 });
  expect([accuracy, macs]).toEqual([1, 11e6]);

  const run = await runSig(['cascade', 'eval', out, small(), large(), '--json']);
  expect(JSON.parse(run.stdout)).toMatchObject({
    part: 'recordings',
    accuracy: 1,
    macs: 11e6,
    worst: { macs: 21e6 },
    stageAccuracy: [0.5, 1],
    exits: [{ share: 0.5 }, { share: 0.5 }],
  });
});

/** Two stages of which each knows of its own about 400 images; together they are right more often. */
function halves(): string[] {
  const at = (image: number, step: number) => (image * step) % 1;
  const images = Array.from({ length: 400 }, (_, image) => image);
  const labels = images.map((image) => image % 2);
  const logits = [0.618, 0.414].map((step, stage) =>
    images.map((image) => (image % 2 === 0 ? 1 : -1) * (4 * at(image, step) - 1.4 + 0.5 * stage)),
  );
  return logits.map((values, stage) =>
    recording(
      ['first', 'second'][stage],
      values.map((logit) => 1 / (1 + Math.exp(-logit))),
      [1e6, 20e6][stage],
      labels,
    ),
  );
}

test('answers are mixed with those of earlier stages where that helps on other images', async () => {
  const out = join(temporaryFolder(), 'cascade.json');
  const stages = halves();
  const mixed = await fit([...stages, '--out', out]);
  const [first, second] = mixed.policy.stages;
  expect(mixed.mixing.helps).toBe(true);
  expect(mixed.mixing.mixed).toBeLessThan(mixed.mixing.own);
  expect(first.mix).toBeUndefined();
  expect(second.mix).toHaveLength(2);
  expect(second.mix[0] + second.mix[1]).toBeCloseTo(1, 12);
  // What both know together; each alone is judged by what it says by itself.
  expect(mixed.worst.accuracy).toBeGreaterThan(Math.max(...mixed.stageAccuracy));
  const alone = await fit([...stages, '--no-mix', '--out', join(dirname(out), 'alone.json')]);
  expect(alone.stageAccuracy).toEqual(mixed.stageAccuracy);
  expect(alone.policy.stages[1].mix).toBeUndefined();
  expect(alone).not.toHaveProperty('mixing');
  expect(mixed.macs).toBeLessThan(alone.macs);

  const words = await runSig(['cascade', 'eval', out, ...stages]);
  expect(words.stdout).toMatch(/^second +always +\d\.\d{3} +\d+ % \+ \d+ % /m);
  expect(words.stdout).toMatch(/^through every stage +\d+\.\d\d % /m);
  const { accuracy } = JSON.parse(
    (await runSig(['cascade', 'eval', out, ...stages, '--json'])).stdout,
  );
  expect(accuracy).toBe(mixed.accuracy);
  const wish = ['cascade', 'fit', ...stages, '--out', out];
  await refuse([...wish, '--mix', '--no-calibrate'], /leave --no-calibrate out/, 2);
});

test('predict --cascade mixes what the stages that an image went through said', async () => {
  const out = join(dirname(policy), 'mixing.json');
  const { policy: found } = await fit([
    ...[...models, '--data', pictures, '--shares', '0,1', '--mix', '--out', out],
  ]);
  const [, last] = found.stages;
  const image = join(pictures, 'test', 'ramp', '1.png');
  const said = async (args: readonly string[]): Promise<number[]> => {
    const { stdout } = await runSig(['predict', ...args, image, '--json', '--quiet']);
    return JSON.parse(stdout).predictions[0].probabilities;
  };
  const small = JSON.parse(readFileSync(out, 'utf8'));
  small.stages[0].threshold = 0;
  const onlySmall = join(dirname(policy), 'only-small.json');
  writeFileSync(onlySmall, JSON.stringify({ ...small, stages: small.stages.map(bare) }));
  const alone = { ...small, stages: found.stages.map(bare) };
  const onlyLarge = join(dirname(policy), 'only-large.json');
  writeFileSync(onlyLarge, JSON.stringify(alone));
  const [a, b] = [await said(['--cascade', onlySmall]), await said(['--cascade', onlyLarge])];
  const { mix = [0, 1], temperature } = last;
  const powers = a.map((p, c) =>
    Math.exp((mix[0] * Math.log(p) + mix[1] * Math.log(b[c])) / temperature),
  );
  const total = powers.reduce((sum, power) => sum + power, 0);
  const mixed = await said(['--cascade', out]);
  for (const [c, power] of powers.entries()) expect(mixed[c]).toBeCloseTo(power / total, 4);
});

/** A stage of a policy that answers by itself, as its model does. */
function bare({ mix: _, ...stage }: { mix?: number[]; temperature: number }) {
  return { ...stage, temperature: 1 };
}

test('a stage that is right about every held-out image keeps its temperature, and fit says so', async () => {
  const out = join(temporaryFolder(), 'cascade.json');
  const right = recording('right', [0.9, 0.1, 0.6, 0.3], 20e6);
  const { stderr } = await runSig(['cascade', 'fit', small(), right, '--out', out]);
  expect(stderr).toMatch(
    /^warning: no temperature of stage right .*it stays 1; fit on more images$/m,
  );
  expect(JSON.parse(readFileSync(out, 'utf8')).stages[1].temperature).toBe(1);
});

test('an ONNX file is a stage like the model that it was exported from', async () => {
  const folder = dirname(policy);
  const onnx = join(folder, 's16.onnx');
  const exported = await runSig(['export', models[1], '--to', 'onnx', '--out', onnx]);
  expect(exported.stderr).toBe('');
  const out = join(folder, 'mixed.json');
  const mixed = await fit([models[0], onnx, '--data', pictures, '--out', out]);
  const own = JSON.parse(readFileSync(policy, 'utf8'));
  expect(mixed.policy.stages[1]).toMatchObject({ name: 's16', model: 's16.onnx', resolution: 16 });
  expect(mixed.policy.stages[0].threshold).toBeCloseTo(own.stages[0].threshold, 4);
  expect(mixed.policy.fitted.exits).toEqual(own.fitted.exits);
  expect(mixed.policy.stages[1].cost.macs).toBeGreaterThan(0);
  const image = join(pictures, 'test', 'ramp', '2.png');
  const said = await Promise.all(
    [out, policy].map(async (file) => {
      const { stdout } = await runSig(['predict', '--cascade', file, image, '--json', '--quiet']);
      return JSON.parse(stdout).predictions[0].probability;
    }),
  );
  expect(said[0]).toBeCloseTo(said[1], 3);
  const text = join(folder, 'text.onnx');
  writeFileSync(text, 'no graph');
  await refuse(
    ['cascade', 'fit', models[0], text, '--data', pictures, '--out', out],
    /text\.onnx: /,
  );
});

test('a policy keeps the mean and deviation of ONNX stages, and options said again go before', async () => {
  const folder = dirname(policy);
  const onnx = join(folder, 'scaled.onnx');
  expect((await runSig(['export', models[1], '--to', 'onnx', '--out', onnx])).code).toBe(0);
  const out = join(folder, 'scaled.json');
  const scale = ['--onnx-mean', '0.1,0,0', '--onnx-deviation', '0.5,1,1'];
  const wish = ['--shares', '0,1', '--no-calibrate', '--data', pictures];
  const { policy: found } = await fit([models[0], onnx, ...wish, ...scale, '--out', out]);
  expect(found.stages.map(({ pixels }: { pixels?: object }) => pixels)).toEqual([
    undefined,
    { mean: [0.1, 0, 0], deviation: [0.5, 1, 1] },
  ]);
  // Those of the policy reach the stage, which takes three; those said again go before.
  const one = join(folder, 'one.json');
  const stages = [found.stages[0], { ...found.stages[1], pixels: { mean: [0.1] } }];
  writeFileSync(one, JSON.stringify({ ...found, stages }));
  const predict = ['predict', '--cascade', one, join(pictures, 'test', 'ramp', '3.png')];
  await refuse(predict, /scaled\.onnx: mean and deviation must have a number for each of 3/);
  await refuse(['cascade', 'eval', one, pictures], /mean and deviation must have a number/);
  expect((await runSig([...predict, '--onnx-mean', '0,0,0'])).code).toBe(0);
});

test('stages that are not named from the cheapest on are refused with their order', async () => {
  const out = join(dirname(policy), 'order.json');
  const order =
    /s16 \([\d,.]+ [MG]? ?multiply-adds\) is before s8 .*; name them in the order s8, s16$/m;
  const turned = [...models].reverse();
  await refuse(['cascade', 'fit', ...turned, '--data', pictures, '--out', out], order, 2);
  const stages = [small(), large()];
  await refuse(
    ['cascade', 'fit', stages[1], stages[0], '--out', out],
    /large \(20.* is before small/,
    2,
  );
  await fit([...stages, '--out', out]);
  await refuse(
    ['cascade', 'eval', out, stages[1], stages[0]],
    /name them in the order small, large/,
    2,
  );
});

test('predict --cascade says that a model is no image', async () => {
  const image = join(pictures, 'test', 'flat', '0.png');
  await refuse(
    ['predict', models[0], image, '--cascade', policy],
    /--cascade names its models in .*cascade\.json, and .*s8\.safetensors is no image; leave it out/,
    2,
  );
});

test('a budget, shares and an abstention choose other thresholds', async () => {
  const out = join(temporaryFolder(), 'cascade.json');
  const rest = ['--no-calibrate', '--out', out];
  const cheap = await fit([small(), large(), '--budget', '6.1M', ...rest]);
  // One image of four may go on: 1 M + 20 M / 4.
  expect(cheap.macs).toBeLessThanOrEqual(6.1e6);
  const both = ['--target-accuracy', '0.7', '--budget', '12M'];
  const kept = await fit([small(), large(), ...both, ...rest]);
  expect(kept.accuracy).toBeGreaterThanOrEqual(0.7);
  expect(kept.macs).toBeLessThanOrEqual(12e6);
  expect(kept.how).toMatch(
    /^those that most surely keep an accuracy of 0\.7 and a cost of at most 12000000/,
  );
  const shared = await fit([small(), large(), '--shares', '0.25,0.75', ...rest]);
  expect(shared.policy.stages[0].threshold).toBe(0.95);
  const sure = [recording('a', [0.9, 0.6], 1, [0, 0]), recording('b', [0.7, 0.4], 5, [0, 0])];
  const careful = await fit([...sure, '--shares', '0,1', '--abstain', '1', ...rest]);
  expect(careful).toMatchObject({ coverage: 0.5, accuracy: 1 });
});

test('a promise is tested on images that had no part in the choice, and looked at again by eval', async () => {
  const out = join(temporaryFolder(), 'cascade.json');
  const count = 600;
  const first = Array.from({ length: count }, (_, at) => ((at * 0.618) % 1 < 0.5 ? 0.99 : 0.6));
  const labels = first.map(() => 0);
  const stages = [
    recording('quick', first, 1e6, labels),
    recording(
      'slow',
      first.map(() => 0.9),
      9e6,
      labels,
    ),
  ];
  const promised = await fit([...stages, '--risk', '0.05', '--confidence', '0.95', '--out', out]);
  expect(promised.policy.promise).toEqual({
    loss: 'against-last',
    risk: 0.05,
    confidence: 0.95,
    images: count / 2,
  });
  const run = await runSig(['cascade', 'eval', out, ...stages]);
  expect(run.stdout).toMatch(
    /^lost against the last stage +at most 5\.00 % promised at 95 % +0\.00 %, kept$/m,
  );
});

test('--plots draws front and exits, and the maps of three stages', async () => {
  const folder = temporaryFolder();
  const plots = join(folder, 'plots');
  const out = join(folder, 'cascade.json');
  const middle = recording('middle', [0.9, 0.1, 0.6, 0.7], 5e6);
  const drawn = await fit([small(), middle, large(), '--out', out, '--plots', plots]);
  const names = [
    'accuracy-40x40.svg',
    'accuracy-50x100.svg',
    'cost-40x40.svg',
    'cost-50x100.svg',
    'exits.svg',
    'front.svg',
  ];
  expect(readdirSync(plots).sort()).toEqual(names);
  expect(drawn.plots).toHaveLength(names.length);
  for (const name of names) expect(readFileSync(join(plots, name), 'utf8')).toMatch(/^<svg /);
  // Exits of models show images.
  const more = join(folder, 'more');
  await fit([...models, '--data', pictures, '--out', policy, '--plots', more]);
  expect(readFileSync(join(more, 'exits.svg'), 'utf8')).toContain('data:image/jpeg;base64,');
});

test('live exits that are far from the fitted ones are warned of', async () => {
  const folder = temporaryFolder();
  const out = join(folder, 'cascade.json');
  const many = (value: number) => Array.from({ length: 100 }, () => value);
  const labels = many(0);
  const stages = (value: number) => [
    recording('a', many(value).fill(0.6, 0, 50), 1, labels),
    recording('b', many(0.9), 5, labels),
  ];
  await fit([...stages(0.9), '--shares', '0.5,0.5', '--no-calibrate', '--out', out]);
  const { code, stderr } = await runSig(['cascade', 'eval', out, ...stages(0.6)]);
  expect(code).toBe(0);
  expect(stderr).toMatch(
    /^warning: 0\.0 % of 100 images left at stage a, 50\.0 % when it was fitted/m,
  );
});

test('fit says in one line what does not go together', async () => {
  const out = join(dirname(policy), 'refused.json');
  const fitting = ['cascade', 'fit', ...models, '--out', out];
  const data = ['--data', pictures];
  await refuse(['cascade', 'fit', models[0], '--out', out], /two stages or more, got 1/, 2);
  await refuse(fitting, /--data must name the images/, 2);
  await refuse(
    ['cascade', 'fit', models[0], small(), '--out', out],
    /all models or all recordings/,
    2,
  );
  await refuse(
    ['cascade', 'fit', small(), large(), ...data, '--out', out],
    /--data is for models/,
    2,
  );
  await refuse([...fitting, ...data, '--budget', '1M', '--risk', '0.1'], /give one of them/, 2);
  const both = ['--target-accuracy', '0.9', '--budget', '1M'];
  await refuse([...fitting, ...data, ...both, '--shares', '0.5,0.5'], /the first two together/, 2);
  await refuse(
    ['cascade', 'fit', small(), large(), '--out', out, '--target-accuracy', '1', '--budget', '1M'],
    /no policy reaches an accuracy of 1 within a budget of 1000000; the most accurate reaches/,
  );
  await refuse([...fitting, ...data, '--confidence', '0.9'], /give --risk with it/, 2);
  await refuse(
    [...fitting, ...data, '--shares', '0.6,0.6'],
    /a share for each stage, together 1/,
    2,
  );
  await refuse([...fitting, ...data, '--budget', 'little'], /an amount above 0/, 2);
  await refuse(
    [...fitting, ...data, '--rule', 'best'],
    /one of max, margin, entropy, agreement/,
    2,
  );
  await refuse(
    [...fitting, ...data, '--seed', '4'],
    /was trained with --validation 0\.25 --seed 3/,
    2,
  );
  await refuse([...fitting, ...data, '--budget', '1'], /the cheapest costs [\d.]+ an image/);
  const elsewhere = join(temporaryFolder(), 'cascade.json');
  await refuse(
    ['cascade', 'fit', ...models, ...data, '--out', elsewhere],
    /models must be beside the policy or below it/,
    2,
  );
  await refuse(
    ['cascade', 'fit', ...models, '--out', models[0], ...data],
    /--out must be a file of its own/,
    2,
  );
});

test('images that stages were trained on are not chosen on', async () => {
  const other = await imageFolder({ parts: ['train', 'test'], count: 3 });
  const out = join(dirname(policy), 'refused.json');
  const fitting = ['cascade', 'fit', ...models, '--out', out, '--data'];
  await refuse(
    [...fitting, other],
    /s8\.safetensors was trained on 32 images, .* has 6 to train with/,
  );
});

test('recordings that are none are refused, by the name of their file', async () => {
  const out = join(temporaryFolder(), 'cascade.json');
  const refused = (file: string, message: RegExp) =>
    refuse(['cascade', 'fit', small(), file, '--out', out], message);
  await refused(recording('bad', [0.9, Number.NaN, 0.4, 0.6], 1), /bad\.json: .*must be numbers/);
  await refused(recording('more', [0.9, 1.2, 0.4, 0.6], 1), /more\.json: .*from 0 to 1, got 1\.2/);
  await refused(recording('few', [0.9], 1), /recorded on the same images/);
  await refused(recording('none', [], 1), /at least one image/);
  const bare = join(temporaryFolder(), 'bare.json');
  writeFileSync(bare, '{"name": "NaN", "probabilities": [[0.5, NaN]], "labels": [0]}');
  await refused(
    bare,
    /bare\.json: it holds NaN, which is no number of JSON; numbers must be finite/,
  );
  const text = join(temporaryFolder(), 'text.npz');
  writeFileSync(text, 'no zip');
  await refused(text, /text\.npz: a recording must be/);
  await refused(join(dirname(text), 'gone.json'), /gone\.json: there is no such file/);
  const target = ['--target-accuracy', '1', '--out', out];
  const wrong = recording('wrong', [0.1, 0.9, 0.1, 0.9], 5);
  await refuse(
    ['cascade', 'fit', wrong, wrong, ...target],
    /no policy reaches .*the best reaches 0/,
  );
});

test('a policy is not trusted', async () => {
  const folder = temporaryFolder();
  const changed = (name: string, change: (fields: { stages: { model?: string }[] }) => void) => {
    const fields = JSON.parse(readFileSync(policy, 'utf8'));
    change(fields);
    const file = join(folder, name);
    writeFileSync(file, JSON.stringify(fields));
    return file;
  };
  const image = join(pictures, 'test', 'flat', '0.png');
  const predict = (file: string, message: RegExp) =>
    refuse(['predict', '--cascade', file, image], message);
  const up = changed('up.json', ({ stages }) => {
    stages[0].model = '../s8.safetensors';
  });
  await predict(up, /up\.json: model of stage 0 must be a file beside the policy/);
  const bare = changed('bare.json', ({ stages }) => {
    for (const stage of stages) delete stage.model;
  });
  await predict(bare, /bare\.json: stage s8 has no model, its probabilities were recorded/);
  await predict(
    changed('away.json', () => {}),
    /s8\.safetensors: there is no such file/,
  );
  await predict(models[0], /s8\.safetensors: a policy must be JSON/);
  await predict(folder, /it is a folder, not a policy/);
  mkdirSync(join(folder, 'models'));
  for (const model of models) cpSync(model, join(folder, basename(model)));
  const three = changed('three.json', ({ stages }) => stages.push({ ...stages[1] }));
  await predict(three, /fitted\.exits must be a list of 3 to 3 items/);
  await refuse(['predict', '--cascade', policy], /missing required argument|name the images/, 2);
  await refuse(['cascade', 'eval', policy, small()], /the policy has 2 stages, got 1/);
  await refuse(['cascade', 'eval', policy, pictures, pictures], /images are in one folder/, 2);
});

test('an engine is no stage on the images that are its references', async () => {
  const folder = dirname(models[0]);
  const engine = join(folder, 'engine.safetensors');
  const sizes = ['--size', '12', '--filters', '2,3', '--k', '3', '--generations', '1'];
  expect((await runSig(['evolve', pictures, '--out', engine, ...sizes, '--quiet'])).code).toBe(0);
  await refuse(
    ['cascade', 'fit', models[0], engine, '--data', pictures, '--out', join(folder, 'no.json')],
    /engine\.safetensors was evolved, .*its references are the training images; give a folder/,
  );
});

test('predict --cascade without images asks for them, and --plots for a folder', async () => {
  await refuse(['predict', '--cascade', 'cascade.json'], /name the images to predict/, 2);
  await refuse(['predict'], /name a model, or a policy as --cascade/, 2);
  const stages = [recording('a', [0.9, 0.2], 1), recording('b', [0.8, 0.1], 2)];
  const out = join(temporaryFolder(), 'cascade.json');
  const args = ['cascade', 'fit', ...stages, '--out', out, '--plots', stages[0]];
  await refuse(args, /--plots must be a folder, .*a\.json is a file/, 2);
});
