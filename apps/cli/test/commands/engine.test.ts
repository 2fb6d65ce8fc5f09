import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createModelNetwork, decodeModel, encodeModel, ModelFileError } from '@sig/edge';
import { readMnist } from '@sig/image-paths/node';
import { classify, detachKnn, extractFeatures, knnLayers } from '@sig/knn-slice';
import { beforeAll, expect, test } from 'vitest';
import { type DigitEngine, digitEngine } from '../digit-engine.js';
import { runSig } from '../run-sig.js';
import { temporaryFolder } from '../temporary-folder.js';

let engine: DigitEngine;
let file: string;

beforeAll(async () => {
  engine = await digitEngine();
  file = join(temporaryFolder(), 'engine.safetensors');
  writeFileSync(file, engine.bytes);
});

test('predict gives the class and the shares of votes that the k-NN gives', async () => {
  const inputs = Array.from({ length: 40 }, (_, index) => `mnist:${index}`);
  const run = await runSig(['predict', file, ...inputs, '--json']);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  const { labels, predictions } = JSON.parse(run.stdout);
  const { test: digits } = await readMnist();
  const model = decodeModel(engine.bytes, { layers: knnLayers });
  const { network, knn } = detachKnn(createModelNetwork(model, { layers: knnLayers }));
  const features = await extractFeatures(network, digits.pixels.slice(0, 40 * 784));
  const expected = await classify(knn, features);
  for (const [row, { label, probabilities }] of predictions.entries()) {
    expect(label).toBe(labels[expected.labels[row]]);
    for (const [at, share] of probabilities.entries()) {
      expect(share).toBeCloseTo(expected.probabilities[row * 10 + at], 4);
    }
  }
});

test('eval and info take an engine like any model', async () => {
  const { code, stdout } = await runSig(['eval', file, 'mnist', '--json', '--quiet']);
  expect(code).toBe(0);
  const result = JSON.parse(stdout);
  // Filters and biases of two convolutions; the references are no parameters.
  expect(result).toMatchObject({ count: 10_000, params: 9 * 4 + 4 + 9 * 4 * 6 + 6 });
  expect(result.accuracy).toBeGreaterThan(0.7);
  expect(result.intervals.accuracy.low).toBeLessThan(result.accuracy);

  const words = await runSig(['info', file]);
  expect(words).toMatchObject({ code: 0, stderr: '' });
  expect(words.stdout).toMatch(/^images +28×28 grey, pixels of the rows$/m);
  expect(words.stdout).toMatch(/^knn +counts [\d,]+, k 3, vote majority +\[10\] +0 +30,000$/m);
  const info = JSON.parse((await runSig(['info', file, '--json'])).stdout);
  expect(info).toMatchObject({ bytes: statSync(file).size, weightBytes: 4 * (262 + 200 * 150) });
});

test('quantize keeps the references in int8, and export makes a module that tells the same', async () => {
  const small = join(temporaryFolder(), 'small.safetensors');
  const run = await runSig(['quantize', file, '--out', small, '--json', '--quiet']);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  // 200 references of 150 features in a byte each.
  expect(statSync(file).size - statSync(small).size).toBeGreaterThan(
    3 * 200 * 150 - 4 * 150 - 3000,
  );

  const exported = await runSig(['export', small, '--to', 'js']);
  expect(exported).toMatchObject({ code: 0, stderr: '' });
  const { classify } = await import(/* @vite-ignore */ small.replace(/safetensors$/, 'mjs'));
  const inputs = Array.from({ length: 20 }, (_, index) => `mnist:${index}`);
  const { stdout } = await runSig(['predict', small, ...inputs, '--json']);
  const { test: digits } = await readMnist();
  for (const [index, { label, probabilities }] of JSON.parse(stdout).predictions.entries()) {
    const data = digits.pixels.subarray(index * 784, (index + 1) * 784);
    const found = classify({ width: 28, height: 28, channels: 1, data });
    expect(found.label).toBe(label);
    for (const [at, share] of probabilities.entries()) {
      expect(found.probabilities[at]).toBeCloseTo(share, 3);
    }
  }
});

test('measure tells what an engine costs', async () => {
  const args = ['measure', file, '--seconds', '0.1', '--no-baselines', '--json', '--quiet'];
  const { code, stdout, stderr } = await runSig(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { bytes, int8Bytes, stages } = JSON.parse(stdout);
  expect(bytes).toBe(statSync(file).size);
  expect(int8Bytes).toBeLessThan(0.4 * bytes);
  expect(stages.head.median).toBeGreaterThan(0);
});

test.each(['c', 'onnx'])(
  'an engine says in one line that no %s can be made of it, and what can',
  async (to) => {
    const { code, stdout, stderr } = await runSig(['export', file, '--to', to]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr.trim()).toMatch(
      /^sig: error: .*engine.*\.safetensors: .*k-NN.* --to js alone.*$/,
    );
  },
);

test('engines with headers that make no sense are refused', () => {
  const own = { layers: knnLayers };
  const model = decodeModel(engine.bytes, own);
  const { layers } = model.architecture;
  const end = layers.length - 1;
  const changed = (options: object) => {
    const last = { kind: 'knn', options: { ...layers[end].options, ...options } };
    const architecture = { ...model.architecture, layers: [...layers.slice(0, end), last] };
    // A module of somebody who wants to write such files.
    const any = { ...knnLayers, knn: () => knnLayers.knn(layers[end].options) };
    return () => decodeModel(encodeModel({ ...model, architecture }, { layers: any }), own);
  };
  const counts = (layers[end].options.counts as number[]).slice();
  for (const [options, message] of [
    [{ k: 0 }, 'k must be an integer from 1 to the 200 references, got 0'],
    [{ k: 201 }, 'got 201'],
    [{ k: 'NaN' }, 'k must be'],
    [{ vote: 'loud' }, 'vote must be'],
    [{ counts: counts.map((_, label) => (label === 0 ? 200 : 0)) }, 'at least two classes'],
    [{ counts: [...counts.slice(1), 2 ** 24] }, 'number of references must be'],
    [{ counts: [...counts.slice(1), 1e6] }, 'references must have the shape'],
    [{ counts: counts.slice(1) }, 'not one output for each of 10 labels'],
  ] as const) {
    expect(changed(options)).toThrow(ModelFileError);
    expect(changed(options)).toThrow(message);
  }
  expect(changed({})).not.toThrow();
});
