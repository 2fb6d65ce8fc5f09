import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { writePicture } from '../image-folder.js';
import { trainedModel } from '../quick-training.js';
import { runSig } from '../run-sig.js';
import { temporaryFolder } from '../temporary-folder.js';

let folder: string;
let model: string;

beforeAll(async () => {
  ({ folder, model } = await trainedModel());
});

test('training leaves the model file and its report, and nothing else', () => {
  expect(readdirSync(dirname(model))).toEqual(['model.report.html', 'model.safetensors']);
});

test('eval prints the figures of the test part, as words and as JSON', async () => {
  const words = await runSig(['eval', model, folder]);
  expect(words.code).toBe(0);
  expect(words.stdout).toMatch(/^accuracy +\d+\.\d\d % +\d+\.\d\d – \d+\.\d\d % +24 images$/m);
  expect(words.stdout).toMatch(/^actual ╲ predicted +flat +ramp$/m);
  expect(words.stdout).toMatch(/^class +precision +recall +F1 +images$/m);

  const { code, stdout } = await runSig(['eval', model, folder, '--json', '--quiet']);
  expect(code).toBe(0);
  expect(stdout.trim().split('\n')).toHaveLength(1);
  const result = JSON.parse(stdout);
  expect(result).toMatchObject({
    part: 'test',
    classes: ['flat', 'ramp'],
    count: 24,
    positive: 'ramp',
    skipped: 0,
    bytes: statSync(model).size,
    // flatten 16·12 → dense 50 → dense 2
    params: 192 * 50 + 50 + 50 * 2 + 2,
    headMacs: 192 * 50 + 50 * 2,
  });
  expect(result.macs).toBe(result.featureMacs + result.headMacs);
  expect(result.accuracy).toBeGreaterThan(0.9);
  expect(result.f1).toBeGreaterThan(0.9);
  expect(result.averagePrecision).toBeGreaterThan(0.9);
  const { intervals } = result;
  expect(intervals).toMatchObject({ level: 0.95, resamples: 1000 });
  for (const figure of ['accuracy', 'f1', 'averagePrecision', 'auc']) {
    expect(intervals[figure].low).toBeLessThanOrEqual(result[figure]);
    expect(intervals[figure].high).toBeGreaterThanOrEqual(result[figure]);
  }
  const [[a, b], [c, d]] = result.confusion;
  expect([a + b, c + d]).toEqual([12, 12]);
  expect((a + d) / 24).toBeCloseTo(result.accuracy, 12);
});

test('the positive class of two can be chosen', async () => {
  const args = ['eval', model, folder, '--positive', 'flat', '--json', '--quiet'];
  const { stdout } = await runSig(args);
  expect(JSON.parse(stdout).positive).toBe('flat');
});

test('predict tells file, label and probability, as words and as JSON', async () => {
  const files = [join(folder, 'test', 'ramp', '3.png'), join(folder, 'test', 'flat', '2.png')];
  const words = await runSig(['predict', model, ...files]);
  expect(words.code).toBe(0);
  const lines = words.stdout.trim().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/ramp\/3\.png +ramp +\d+\.\d % +█/);
  expect(lines[1]).toMatch(/flat\/2\.png +flat +\d+\.\d % +█/);

  const { stdout } = await runSig(['predict', model, ...files, '--json']);
  const { labels, predictions, skipped } = JSON.parse(stdout);
  expect(labels).toEqual(['flat', 'ramp']);
  expect(skipped).toBe(0);
  expect(predictions.map((found: { label: string }) => found.label)).toEqual(['ramp', 'flat']);
  for (const { probability, probabilities } of predictions) {
    expect(probabilities[0] + probabilities[1]).toBeCloseTo(1, 5);
    expect(Math.max(...probabilities)).toBe(probability);
  }
});

test('predict takes folders, with all that is in them', async () => {
  const { stdout } = await runSig(['predict', model, join(folder, 'test'), '--json', '--quiet']);
  const { predictions } = JSON.parse(stdout);
  expect(predictions).toHaveLength(24);
  const right = predictions.filter((found: { file: string; label: string }) =>
    found.file.includes(`/${found.label}/`),
  );
  expect(right.length).toBeGreaterThan(21);
});

test('predict takes an image of one pixel', async () => {
  const file = join(temporaryFolder(), 'dot.png');
  await writePicture(file, { width: 1, height: 1 });
  const { code, stdout } = await runSig(['predict', model, file]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/dot\.png +(flat|ramp) /);
});

test('predict takes test digits of MNIST', async () => {
  const { code, stdout } = await runSig(['predict', model, 'mnist:2', 'mnist:9999', '--json']);
  expect(code).toBe(0);
  const { predictions } = JSON.parse(stdout);
  expect(predictions.map((found: { file: string }) => found.file)).toEqual([
    'mnist:2',
    'mnist:9999',
  ]);
});

test('info shows layers, cost, recipe and training, as words and as JSON', async () => {
  const words = await runSig(['info', model]);
  expect(words.code).toBe(0);
  expect(words.stdout).toMatch(/^labels +2: flat, ramp$/m);
  expect(words.stdout).toMatch(/^images +16×16 RGB, signatures of depth 2 of the rows$/m);
  expect(words.stdout).toMatch(/^dense +units 50, activation relu +\[50\] +9,650 +9,600$/m);
  expect(words.stdout).toMatch(/^features +\[16, 12\] +0 +[\d,]+$/m);
  expect(words.stdout).toMatch(/testAccuracy: /);

  const info = JSON.parse((await runSig(['info', model, '--json'])).stdout);
  expect(info).toMatchObject({
    kind: 'classifier',
    labels: ['flat', 'ramp'],
    recipe: { width: 16, height: 16, depth: 2, channels: 'rgb', direction: 'rows' },
    inputShape: [16, 12],
    params: 9752,
    bytes: statSync(model).size,
    training: { images: 24, options: { head: 'fc', seed: 0 } },
  });
  expect(info.layers.map((layer: { kind: string }) => layer.kind)).toEqual([
    'flatten',
    'dense',
    'dropout',
    'dense',
  ]);
});
