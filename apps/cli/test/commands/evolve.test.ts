import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { imageFolder } from '../image-folder.js';
import { type RunSigOptions, runSig } from '../run-sig.js';
import { temporaryFolder } from '../temporary-folder.js';

const QUICK = [
  ...['--size', '12', '--filters', '2,3', '--k', '3', '--budget', '12', '--threads', '2'],
  ...['--channels', 'grey'],
];

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
  return runSig(['evolve', folder, '--out', out, ...QUICK, ...more], options);
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

test('an evolution that was stopped three times ends with the same bytes as one that never was', async () => {
  const whole = place();
  const parts = place();
  const options = ['--rounds', '2', '--strategy', 'pso', '--population', '4', '--quiet'];
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
  await refuse([...given, '--k', '24'], /k must be an integer from 1 to the 23 references/, 1);
  await refuse([...given, '--population', '1'], /'1' is invalid.*integer from 2/, 2);
  await refuse([...given, '--bounds', '1,-1'], /two numbers, the lower one first: -1,1/, 2);
  await refuse([...given, '--strategy', 'sgd'], /'sgd' is invalid.*cma, sep-cma/, 2);
  await refuse([...given, '--fitness', 'hard'], /--fitness must be one of soft, margin, error/, 2);
  await refuse([...given, '--fitness', './no.mjs'], /--fitness \.\/no\.mjs cannot be loaded/, 2);
  await refuse([...given, '--max-bytes', '900'], /--max-bytes is for --prototypes/, 2);
  await refuse([...given, '--prototypes', 'kmeans'], /--prototypes kmeans needs --max-bytes/, 2);
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
