import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { decodeModel } from '@sig/edge';
import { createFeatures } from '@sig/image-paths';
import { createFeatureNet, knnLayers } from '@sig/knn-slice';
import { beforeAll, expect, test } from 'vitest';
import { imageFolder } from '../image-folder.js';
import { type RunSigOptions, runSig } from '../run-sig.js';
import { temporaryFolder } from '../temporary-folder.js';

const QUICK = [
  ...['--size', '12', '--filters', '2,3', '--k', '3', '--budget', '12', '--threads', '2'],
  ...['--channels', 'grey', '--layers', 'all'],
];
/** A k-NN on the features of the images as they are. */
const PLAIN = ['--no-shifts', '--no-discriminants'];

let folder: string;

beforeAll(async () => {
  folder = await imageFolder({ parts: ['train', 'test'] });
});

function place(): string {
  return join(temporaryFolder(), 'engine.safetensors');
}

function stateOf(out: string): string {
  return out.replace(/safetensors$/, 'evolution.json');
}

function evolve(out: string, more: readonly string[] = [], options?: RunSigOptions) {
  return runSig(['evolve', folder, '--out', out, ...QUICK, ...PLAIN, ...more], options);
}

test('evolve writes an engine that predict, eval and info take, and says what came of it', async () => {
  const out = place();
  const log = join(dirname(out), 'filters.jsonl');
  const run = await evolve(out, ['--json', '--log', log]);
  expect(run.code).toBe(0);
  expect(run.stderr).toMatch(
    /^filter 5\/5 · fitness 0\.\d{5} → 0\.\d{5} · \d+ evaluations · done( \*)?$/m,
  );
  expect(run.stderr).toMatch(/^filter 1\/5 .* left( \*)?$/m);
  const result = JSON.parse(run.stdout);
  // 12 → 10 → 5 → 3 → 1: three features of each of 24 images.
  expect(result).toMatchObject({
    references: 24,
    images: { train: 24, test: 24 },
    ...{ strategy: 'cma', mode: 'serial', unit: 'filter', judge: 'leave-one-out' },
    ...{ width: 3, shifts: false, layers: 'all' },
    params: 9 * 2 + 2 + 9 * 2 * 3 + 3,
    bytes: statSync(out).size,
    bytesWithoutReferences: statSync(out).size - 24 * 3 * 4,
    reason: 'rounds',
    test: { count: 24, intervals: { level: 0.95 } },
  });
  expect(result.fitness.after).toBeLessThanOrEqual(result.fitness.before);
  expect(result.start.interval.low).toBeLessThanOrEqual(result.start.accuracy);
  expect(result.reports).toHaveLength(5);
  const lines = readFileSync(log, 'utf8').trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual(result.reports);
  expect(readdirSync(dirname(out)).sort()).toEqual(['engine.safetensors', 'filters.jsonl']);

  const again = JSON.parse((await runSig(['eval', out, folder, '--json', '--quiet'])).stdout);
  expect(again.accuracy).toBe(result.test.accuracy);
  expect(again.confusion).toEqual(result.test.confusion);
  const picture = join(folder, 'test', 'ramp', '3.png');
  const predicted = JSON.parse((await runSig(['predict', out, picture, '--json'])).stdout);
  const { probabilities } = predicted.predictions[0];
  expect(probabilities[0] + probabilities[1]).toBeCloseTo(1, 5);
  const info = JSON.parse((await runSig(['info', out, '--json'])).stdout);
  expect(info.training).toMatchObject({
    testAccuracy: again.accuracy,
    options: { strategy: 'cma', fitness: 'soft', budget: 12, seed: 0 },
  });
});

test('references know shifts, and lie between discriminants, unless told otherwise', async () => {
  const out = place();
  const filters = ['--filters', '4,6', '--layers', 'last', '--generations', '1'];
  const args = ['evolve', folder, '--out', out, ...QUICK, ...filters];
  const run = await runSig([...args, '--json', '--quiet']);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  const result = JSON.parse(run.stdout);
  // 12 → 10 → 5 → 3 → 1: six features, and three subclasses of two classes span five dimensions.
  const { width } = result;
  expect(width).toBeGreaterThanOrEqual(2);
  expect(width).toBeLessThanOrEqual(5);
  expect(result).toMatchObject({
    ...{ references: 9 * 24, shifts: true, judge: 'split', layers: 'last' },
    discriminants: { subclasses: 3, shrinkage: 0.1 },
    params: 9 * 4 + 4 + 9 * 4 * 6 + 6 + 6 * width + width,
    bytesWithoutReferences: statSync(out).size - 9 * 24 * width * 4,
  });
  expect(result.reports).toHaveLength(6);
  const again = JSON.parse((await runSig(['eval', out, folder, '--json', '--quiet'])).stdout);
  expect(again.confusion).toEqual(result.test.confusion);
  const info = JSON.parse((await runSig(['info', out, '--json'])).stdout);
  expect(info.training.options).toMatchObject({ shifts: true, discriminants: 3, shrinkage: 0.1 });

  const small = join(dirname(out), 'small.safetensors');
  expect(await runSig(['quantize', out, '--out', small, '--quiet'])).toMatchObject({ code: 0 });
  expect(await runSig(['export', small, '--to', 'js'])).toMatchObject({ code: 0 });
  expect(existsSync(small.replace(/safetensors$/, 'mjs'))).toBe(true);
  const reduced = JSON.parse((await runSig(['eval', small, folder, '--json', '--quiet'])).stdout);
  expect(reduced.accuracy).toBeCloseTo(again.accuracy, 1);
});

test('filters that are not evolved are those of the seed', async () => {
  const out = place();
  const filters = ['--filters', '4,6'];
  const run = await evolve(out, [...filters, '--random', '--seed', '5', '--discriminants', '2']);
  expect(run.code).toBe(0);
  expect(run.stdout).toMatch(
    /^references +24 of 24 images, \d discriminants of 2 subclasses a class$/m,
  );
  expect(run.stdout).toMatch(/^filters +random, not evolved$/m);
  expect(run.stdout).not.toMatch(/fitness/);
  expect(existsSync(stateOf(out))).toBe(false);
  const model = decodeModel(readFileSync(out), { layers: knnLayers });
  const features = createFeatures(model.recipe);
  const net = createFeatureNet({ features, inputShape: [12, 12, 1], filters: [4, 6], seed: 5 });
  expect(model.weights['1.conv2d.kernel']).toEqual(net.weights['1.conv2d.kernel']);
});

test('an evolution that was stopped three times ends with the same bytes as one that never was', async () => {
  const whole = place();
  const parts = place();
  const work = ['--rounds', '2', '--budget', '200'];
  const options = [...work, '--strategy', 'pso', '--population', '4', '--quiet'];
  expect((await evolve(whole, options)).code).toBe(0);
  const loud = options.slice(0, -1);
  const signalAt = (signal: NodeJS.Signals, unit: number): RunSigOptions => {
    let sent = false;
    return {
      onStderr(child, said) {
        if (sent || !new RegExp(`^filter +${unit}/10 ·`, 'm').test(said)) return;
        sent = child.kill(signal);
      },
    };
  };
  const stopped = await evolve(parts, loud, signalAt('SIGINT', 2));
  expect(stopped).toMatchObject({ code: 130, stdout: '' });
  expect(stopped.stderr).toMatch(/stopped; --resume goes on from .*engine\.evolution\.json$/m);
  expect(existsSync(parts)).toBe(false);
  const killed = await evolve(parts, [...loud, '--resume'], signalAt('SIGKILL', 6));
  expect(killed.code).toBe(null);
  const limited = await evolve(parts, [...loud, '--resume', '--seconds', '0.000001']);
  expect(limited.stderr).toMatch(/^the seconds are over; --resume goes on from/m);
  const last = await evolve(parts, [...loud, '--resume']);
  expect(last.code).toBe(0);
  expect(last.stderr).not.toMatch(/^filter +6\/10 ·/m);
  expect(readFileSync(parts).equals(readFileSync(whole))).toBe(true);
  expect(existsSync(stateOf(parts))).toBe(false);
});

test.each([
  ['throws', "throw new Error('the power went');", /error: .*the power went; .* holds the state/],
  ['is NaN', 'return Number.NaN;', /error: .*NaN.*; .* holds the state, --resume goes on from it$/],
])('a fitness that %s ends the run with its state saved', async (_, failure, message) => {
  const out = place();
  const module = join(dirname(out), 'fitness.mjs');
  writeFileSync(
    module,
    `let calls = 0;
    export function fitness({ count, k, labels, truth }) {
      if (process.env.FAIL && ++calls === 30) { ${failure} }
      let wrong = 0;
      for (let i = 0; i < count * k; i++) wrong += labels[i] !== truth[Math.floor(i / k)];
      return wrong / (count * k);
    }`,
  );
  const options = ['--fitness', module, '--quiet'];
  const failed = await evolve(out, options, { env: { FAIL: '1' } });
  expect(failed).toMatchObject({ code: 1, stdout: '' });
  expect(failed.stderr.trim().split('\n')).toHaveLength(1);
  expect(failed.stderr.trim()).toMatch(message);
  expect((await evolve(out, [...options, '--resume'])).code).toBe(0);
  const whole = place();
  expect((await evolve(whole, options)).code).toBe(0);
  expect(readFileSync(out).equals(readFileSync(whole))).toBe(true);
});

test('references can be reduced to prototypes within a budget', async () => {
  for (const kind of ['condensed', 'kmeans', 'protonn']) {
    const out = place();
    const bytes = ['--max-bytes', '1200'];
    const options = [
      '--filters',
      '6,8',
      '--prototypes',
      kind,
      ...(kind === 'condensed' ? [] : bytes),
    ];
    const run = await evolve(out, [...options, '--json', '--quiet', '--generations', '1']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const { references, test: judged } = JSON.parse(run.stdout);
    expect(references).toBeGreaterThanOrEqual(2);
    expect(references).toBeLessThanOrEqual(24);
    const again = JSON.parse((await runSig(['eval', out, folder, '--json', '--quiet'])).stdout);
    expect(again.accuracy).toBe(judged.accuracy);
  }
});

test('evolve says what is wrong in one line', async () => {
  const refuse = async (args: readonly string[], message: RegExp, code: number) => {
    const run = await runSig(['evolve', ...args, '--quiet']);
    expect(run.stderr.trim()).toMatch(message);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(run).toMatchObject({ code, stdout: '' });
  };
  const out = place();
  const given = [folder, '--out', out, ...QUICK];
  await refuse([...given, '--k', '0'], /'--k <n>' argument '0' is invalid.*integer from 1/, 2);
  await refuse(
    [...given, ...PLAIN, '--k', '24'],
    /k must be an integer from 1 to the 23 references/,
    1,
  );
  await refuse([...given, '--population', '1'], /'1' is invalid.*integer from 2/, 2);
  await refuse([...given, '--bounds', '1,-1'], /two numbers, the lower one first: -1,1/, 2);
  await refuse([...given, '--strategy', 'sgd'], /'sgd' is invalid.*cma, sep-cma/, 2);
  await refuse([...given, '--fitness', 'hard'], /--fitness must be one of soft, margin, error/, 2);
  await refuse([...given, '--fitness', './no.mjs'], /--fitness \.\/no\.mjs cannot be loaded/, 2);
  await refuse([...given, '--max-bytes', '900'], /--max-bytes is for --prototypes/, 2);
  await refuse([...given, '--prototypes', 'kmeans'], /--prototypes kmeans needs --max-bytes/, 2);
  const learned = [...given, '--prototypes', 'kmeans', '--max-bytes', '900'];
  await refuse([...learned, '--shifts'], /--shifts is for all references/, 2);
  await refuse([...learned, '--discriminants', '2'], /--discriminants is for all references/, 2);
  await refuse([...given, '--discriminants', '0'], /'0' is invalid.*integer from 1/, 2);
  const features = [...given, '--no-discriminants', '--shrinkage', '0.2'];
  await refuse(features, /--shrinkage is for --discriminants/, 2);
  await refuse([...given, '--random', '--resume'], /'--random' cannot be used with .*--resume/, 2);
  const budget =
    /--budget must be enough for one generation, 12 for a filter of 19 weights with cma/;
  await refuse([...given, '--layers', 'all', '--budget', '11'], budget, 2);
  const swarm = ['--budget', '39', '--strategy', 'pso', '--layers', 'last', '--unit', 'layer'];
  await refuse(
    [...given, ...swarm],
    /generation, 40 for a layer of 57 weights with pso, got 39/,
    2,
  );
  await refuse([...given, '--size', '4'], /these options do not go together/, 2);
  await refuse([...given, '--log', out], /--log must be a file of its own/, 2);
  const bare = await imageFolder({ count: 3 });
  const published = [bare, '--out', out, ...QUICK, '--judge', 'as-published'];
  await refuse(published, /--judge as-published needs test images/, 2);
  expect(existsSync(out)).toBe(false);
});

test('a state that is damaged or of another evolution is refused in one line', async () => {
  const out = place();
  await evolve(out, ['--seconds', '0.000001', '--quiet']);
  const state = stateOf(out);
  const kept = readFileSync(state, 'utf8');
  const other = await evolve(out, ['--resume', '--quiet', '--sigma', '0.2']);
  expect(other).toMatchObject({ code: 1, stdout: '' });
  expect(other.stderr.trim()).toMatch(/--resume: .* --sigma was not given, is 0\.2; give what/);
  for (const text of ['', '{}', 'null', kept.slice(0, -30), kept.replace('serial', 'serail')]) {
    writeFileSync(state, text);
    const run = await evolve(out, ['--resume', '--quiet']);
    expect(run.code).toBe(1);
    expect(run.stderr.trim()).toMatch(/^sig: error: --resume: .*evolution\.json: it is .*anew$/);
  }
});

test('a budget that is too small for prototypes is refused before anything is evolved', async () => {
  const out = place();
  const few = ['--filters', '6,8', '--generations', '1'];
  const poor = [...few, '--prototypes', 'condensed', '--max-bytes', '100'];
  const run = await evolve(out, poor);
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toMatch(/--max-bytes 100 less \d+ bytes of filters leaves too little: /);
  expect(run.stderr).not.toMatch(/^filter/m);
  expect(existsSync(stateOf(out))).toBe(false);
});

test('the help of evolve shows defaults as they are typed', async () => {
  const { stdout } = await runSig(['evolve', '--help']);
  expect(stdout).toMatch(/\(default: 32,64\)/);
  expect(stdout).not.toMatch(/default: [[{]/);
});
