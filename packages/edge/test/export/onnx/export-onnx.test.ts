import { fcHead, relu } from '@sig/heads';
import { describe, expect, it } from 'vitest';
import { exportOnnx } from '../../../src/export/index.js';
import { addLayers } from '../../../src/export/onnx/add-layers.js';
import { createGraphBuilder } from '../../../src/onnx/graph-builder.js';
import { expectedProbabilities, sampleImages, sampleModel, samples } from '../sample-models.js';
import { onnxRuntimes, runOnnx } from './run-onnx.js';

const IMAGES = 200;

describe.each(Object.entries(samples))('%s', (_, options) => {
  it.each(Object.entries(onnxRuntimes))('says the same in %s', async (_name, runtime) => {
    const sample = sampleModel(options);
    const { width, height, channels } = sample.model.recipe;
    const shape = [1, height, width, channels === 'rgb' ? 3 : 1];
    const pixels = sampleImages(height * width * shape[3], IMAGES);
    const expected = await expectedProbabilities(sample, pixels);
    const found = await runOnnx(runtime, exportOnnx(sample.model), shape, pixels);
    expect(found).toHaveLength(expected.length);
    const worst = found.reduce((most, p, at) => Math.max(most, Math.abs(p - expected[at])), 0);
    expect(worst).toBeLessThan(1e-5);
    // Networks that say the same of every image would prove nothing.
    expect(new Set([...expected].map((p) => p.toFixed(3))).size).toBeGreaterThan(IMAGES / 10);
  });
});

it('keeps the labels in the metadata of the file', () => {
  const labels = ['köter', '"cat"\n'];
  const { model } = sampleModel({
    recipe: { width: 4, height: 4, depth: 1 },
    head: (shape) => fcHead(shape, 2),
    labels,
  });
  const text = Buffer.from(exportOnnx(model)).toString();
  expect(text).toContain(JSON.stringify(labels));
});

it('refuses a model whose parts do not fit, and names a layer it does not know', () => {
  const { model } = sampleModel(samples['fc on columns with time at depth 2']);
  expect(() => exportOnnx({ ...model, labels: ['a', 'b'] })).toThrow(/one output for each of 2/);
  const input = { name: 'x', element: 'float32', shape: [1, 4] } as const;
  const layers = [relu(), { ...relu(), kind: 'swirl' }];
  expect(() =>
    addLayers(
      createGraphBuilder('g', input),
      { value: input, layout: 'channels-last' },
      { layers, inputShape: [4], weights: {} },
    ),
  ).toThrow(/^layer 1 \(1\.swirl\) cannot be exported to ONNX; known are avgPool2d, /);
});
