import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { writePicture } from '../image-folder.js';
import { trainedModel } from '../quick-training.js';
import { runSig } from '../run-sig.js';
import { temporaryFolder } from '../temporary-folder.js';

let model: string;

beforeAll(async () => {
  ({ model } = await trainedModel());
});

const quickly = ['--seconds', '0.1'];
const STAGES = ['read', 'decode', 'resize', 'features', 'head'];

interface Speed {
  fps: number;
  runs: number;
  minimum: number;
  median: number;
  percentile95: number;
}

/** The order of the figures of a speed holds whatever the clock says. */
function expectSpeed({ fps, runs, minimum, median, percentile95 }: Speed): void {
  expect(runs).toBeGreaterThanOrEqual(3);
  expect(minimum).toBeGreaterThan(0);
  expect(median).toBeGreaterThanOrEqual(minimum);
  expect(percentile95).toBeGreaterThanOrEqual(median);
  expect(fps).toBeCloseTo(1000 / median, 6);
}

test('measure tells cost and speed of a model, and MobileNetV2 beside it in both runtimes', async () => {
  const { code, stdout, stderr } = await runSig([
    'measure',
    model,
    ...quickly,
    '--json',
    '--quiet',
  ]);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  const found = JSON.parse(stdout);
  // 16 rows of 12 numbers, a hidden layer of 50 and one of 2: (192 + 1)·50 + (50 + 1)·2.
  expect(found).toMatchObject({ weights: 'float32', params: 9752, headMacs: 192 * 50 + 50 * 2 });
  expect(found.macs).toBe(found.featureMacs + found.headMacs);
  expect(found.bytes).toBe(statSync(model).size);
  expect(found.int8Bytes).toBeLessThan(0.4 * found.bytes);
  expect(found.memory.runtimeBytes).toBeGreaterThan(4 * 9752);
  expect(found.memory.runtimeBytes % 65_536).toBe(0);
  expect(found.memory.processBytes).toBeGreaterThan(found.memory.runtimeBytes);
  expect(found.images).toMatchObject([{ name: 'synthetic JPEG', width: 640, height: 480 }]);
  expectSpeed(found.decoded);
  expectSpeed(found.file);
  expect(Object.keys(found.stages)).toEqual(STAGES);
  expect(found.missing).toEqual([]);
  // Multiply-adds as the authors publish them, in millions; parameters are those of torchvision.
  const wanted = ['onnxruntime-node', 'onnxruntime-web'].flatMap((runtime) => [
    ['MobileNetV2 1.0@224', runtime, 300],
    ['MobileNetV2 0.35@96', runtime, 11],
  ]);
  const baselines: { name: string; runtime: string; macs: number }[] = found.baselines;
  expect(
    baselines.map(({ name, runtime, macs }) => [name, runtime, Math.floor(macs / 1e6)]),
  ).toEqual(wanted);
  expect(found.baselines[0].params).toBe(3_504_872);
  for (const { decoded, file, slower } of found.baselines) {
    expectSpeed(decoded);
    expectSpeed(file);
    expect(slower.decoded).toBeCloseTo(decoded.median / found.decoded.median, 6);
    expect(slower.file).toBeCloseTo(file.median / found.file.median, 6);
  }
});

test('measure reads the images it is given, and quantised models', async () => {
  const folder = temporaryFolder();
  const [first, second] = ['a.png', 'b.jpg'].map((name) => join(folder, name));
  await writePicture(first, { width: 30, height: 20 });
  await writePicture(second, { width: 50, height: 40 });
  const small = join(folder, 'small.safetensors');
  await runSig(['quantize', model, '--out', small]);
  const args = ['measure', small, first, second, ...quickly, '--no-baselines', '--json', '--quiet'];
  const { code, stdout } = await runSig(args);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    weights: 'dynamic-int8',
    params: 9752,
    int8Bytes: null,
    baselines: [],
    images: [
      { name: first, width: 30, height: 20, bytes: statSync(first).size },
      { name: second, width: 50, height: 40, bytes: statSync(second).size },
    ],
  });
});

test('in words, the columns of the published table stand beside the published figures', async () => {
  const { code, stdout, stderr } = await runSig(['measure', model, ...quickly, '--no-baselines']);
  expect(code).toBe(0);
  expect(stderr).toBe('measuring the model by turns, for about 0.1 s\n');
  expect(stdout).toMatch(/^parameters +9,752$/m);
  expect(stdout).toMatch(/^images +synthetic JPEG, 640×480, \d+\.\d kB$/m);
  expect(stdout).toMatch(/^network +runtime +multiply-adds +size +FPS +slower +FPS\* +slower$/m);
  expect(stdout).toMatch(/^decoding +[\d.,]+ ms +[\d.,]+ ms +[\d.]+ %$/m);
  // 142.3 / 13.9 and 15.4 / 7.4.
  expect(stdout).toMatch(/^MobileNetV2, Raspberry Pi 4 +13\.9 +10\.2 × +7\.4 +2\.1 ×$/m);
  expect(stdout).toMatch(/^ImageSig \+ CNN1D +0\.6 MB +44\.2 KB$/m);
});

test('where no onnxruntime is installed, measure says how to get it and goes on', async () => {
  const folder = temporaryFolder();
  const hooks = join(folder, 'hooks.mjs');
  writeFileSync(
    hooks,
    `export async function resolve(name, context, next) {
      if (name.startsWith('onnxruntime')) throw new Error('Cannot find package');
      return next(name, context);
    }`,
  );
  const start = join(folder, 'start.mjs');
  const place = JSON.stringify(pathToFileURL(hooks).href);
  writeFileSync(start, `import { register } from 'node:module'; register(${place});`);
  const env = { NODE_OPTIONS: `--import ${pathToFileURL(start).href}` };
  const { code, stdout } = await runSig(['measure', model, ...quickly, '--quiet'], { env });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^network +runtime/m);
  expect(stdout).toMatch(
    /^MobileNetV2 was not measured in onnxruntime-node and .*; npm install --ignore-scripts onnxruntime-node onnxruntime-web$/m,
  );
});

test('Ctrl-C ends it with nothing on stdout, and takes its image away', async () => {
  const folder = temporaryFolder();
  let told = false;
  const { code, stdout, stderr } = await runSig(
    ['measure', model, '--seconds', '300', '--no-baselines'],
    {
      env: { TMPDIR: folder },
      onStderr(child, said) {
        if (told || !said.includes('measuring the model')) return;
        told = true;
        child.kill('SIGINT');
      },
    },
  );
  expect(code).toBe(130);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^stopping; Ctrl-C again ends at once$/m);
  expect(readdirSync(folder)).toEqual([]);
});

test('measure says what is wrong in one line', async () => {
  const refuse = async (args: readonly string[], message: RegExp, code = 1) => {
    const run = await runSig(['measure', ...args, '--quiet']);
    expect(run.stderr).toMatch(message);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(run).toMatchObject({ code, stdout: '' });
  };
  const folder = temporaryFolder();
  const text = join(folder, 'text.jpg');
  writeFileSync(text, 'just some text');
  await refuse([text], /text\.jpg: not a safetensors file/);
  await refuse([join(folder, 'gone')], /gone: there is no such file or folder/);
  await refuse([model, text], /text\.jpg is not a JPEG, PNG/);
  await refuse([model, folder], /is a folder, not a file/);
  await refuse([model, '--seconds', 'many'], /a number from 0\.1 to 300/, 2);
});
