import { createModelNetwork } from '@sig/edge';
import { countGraphCost, encodeOnnx, resNet } from '@sig/edge/baselines';
import { exportOnnx } from '@sig/edge/export';
import { countCost, predict } from '@sig/heads';
import { recipeCost, resizeImageSet } from '@sig/image-paths';
import * as node from 'onnxruntime-node';
import * as web from 'onnxruntime-web';
import { describe, expect, it } from 'vitest';
import {
  cascadeCosts,
  functionStage,
  largestResolution,
  networkStage,
  onnxStage,
  recordStages,
} from '../../src/index.js';
import { classes, modelStage, smallModel, someImages } from './small-models.js';

const cost = { macs: 1, bytes: 1, params: 1 };

describe('networkStage', () => {
  const model = smallModel(16, 1);
  const stage = modelStage('small', model);

  it('says what the network says, whole or from its features, on one thread and on two', async () => {
    const images = someImages(70, 16);
    const expected = await predict(createModelNetwork(model), images.pixels);
    expect(await stage.predict(images)).toEqual(expected);
    expect(await modelStage('small', model, 2).predict(images)).toEqual(expected);
    const features = await stage.features?.compute(images);
    expect(features?.length).toBe(70 * (stage.features?.size ?? 0));
    expect(await stage.features?.predict(features ?? new Float32Array())).toEqual(expected);
  });

  it('counts features and layers', () => {
    const { layers, inputShape } = createModelNetwork(model);
    const head = countCost(layers, inputShape);
    expect(stage.cost.macs).toBe(head.macs + recipeCost(model.recipe));
    expect(stage.cost.params).toBe(head.params);
    expect(stage.resolution).toMatchObject({ width: 16, height: 16, channels: 3 });
  });

  it('refuses a network of other features or classes', () => {
    const network = createModelNetwork(model);
    const { recipe } = smallModel(32, 1);
    expect(() => networkStage(network, recipe, { name: 'x', classes })).toThrow(
      /the network of stage x must take the recipe's features/,
    );
    expect(() => networkStage(network, model.recipe, { name: 'x', classes: ['a', 'b'] })).toThrow(
      'stage x has 3 outputs and 2 classes',
    );
  });
});

describe('onnxStage', () => {
  const model = smallModel(16, 1);
  const images = someImages(5, 16);
  const resolution = { width: 16, height: 16, channels: 3 } as const;

  it('says in onnxruntime-node and -web what the model says here', async () => {
    const expected = await predict(createModelNetwork(model), images.pixels);
    const bytes = exportOnnx(model);
    const sessions = [
      [node, await node.InferenceSession.create(bytes)],
      [web, await web.InferenceSession.create(bytes)],
    ] as const;
    for (const [runtime, session] of sessions) {
      const options = { name: 'onnx', classes, resolution, cost, layout: 'bytes' } as const;
      const said = Array.from(await onnxStage(runtime, session, options).predict(images));
      for (const [at, value] of expected.entries()) expect(said[at]).toBeCloseTo(value, 5);
    }
  });

  it('brings pixels to planes of floats, less a mean and over a deviation', async () => {
    const asked: unknown[] = [];
    const Tensor = class {
      constructor(
        readonly type: string,
        readonly data: unknown,
        readonly dims: readonly number[],
      ) {
        asked.push({ type, data, dims });
      }
    };
    const session = {
      inputNames: ['x'],
      outputNames: ['y'],
      run: async () => ({ y: { data: Float32Array.of(0, Math.log(3)) } }),
    };
    const stage = onnxStage({ Tensor }, session, {
      name: 'logits',
      classes: ['a', 'b'],
      resolution: { width: 2, height: 1, channels: 3 },
      cost,
      mean: [0, 0, 1],
      deviation: [1, 2, 1],
      output: 'logits',
    });
    const pixels = Uint8Array.of(0, 255, 0, 255, 0, 255);
    const set = {
      width: 2,
      height: 1,
      channels: 3,
      count: 1,
      pixels,
      labels: new Int32Array(1),
    } as const;
    const said = Array.from(await stage.predict(set));
    expect(said.map((value) => value.toFixed(6))).toEqual(['0.250000', '0.750000']);
    expect(asked).toEqual([
      { type: 'float32', dims: [1, 3, 1, 2], data: Float32Array.of(0, 1, 0.5, 0, -1, 0) },
    ]);
  });

  it('runs a baseline at its resolution, multiply-adds counted from its graph', async () => {
    const graph = resNet(18, { size: 32, classes: 3 });
    const session = await node.InferenceSession.create(encodeOnnx(graph));
    const stage = onnxStage(node, session, {
      name: 'resnet18',
      classes,
      resolution: { width: 32, height: 32, channels: 3 },
      cost: countGraphCost(graph),
    });
    const [recording] = await recordStages([stage], someImages(4, 64));
    expect(recording.probabilities.length).toBe(12);
    expect(recording.cost.macs).toBe(countGraphCost(graph).macs);
    expect(recording.resolution).toBe(32);
  });

  it('refuses graphs of other inputs and outputs', async () => {
    const options = { name: 'x', classes, resolution, cost };
    const two = { inputNames: ['a', 'b'], outputNames: ['y'], run: async () => ({}) };
    expect(() => onnxStage(node, two, options)).toThrow(
      'the graph of x must have one input, got a,b',
    );
    const one = { inputNames: ['a'], outputNames: ['y'], run: async () => ({ y: { data: [] } }) };
    await expect(onnxStage(node, one, options).predict(images)).rejects.toThrow(
      'the graph of x must put out 3 floats an image, one for each class',
    );
    expect(() => onnxStage(node, one, { ...options, mean: [0] })).toThrow(/number for each of 3/);
    expect(() => onnxStage(node, one, { ...options, batch: 0 })).toThrow(
      /batch must be an integer/,
    );
  });
});

describe('stages together', () => {
  it('cost the features of one recipe once', () => {
    const [first, second] = [smallModel(16, 1), smallModel(16, 2)].map((model, at) =>
      modelStage(`${at}`, model),
    );
    const other = modelStage('other', smallModel(32, 3));
    const costs = cascadeCosts([first, second, other]);
    expect(costs[0]).toEqual(first.cost);
    expect(costs[1].macs).toBe(second.cost.macs - (second.features?.macs ?? 0));
    expect(costs[2]).toEqual(other.cost);
  });

  it('want images of the largest of them', () => {
    const size = (width: number, height: number, channels: 1 | 3) => ({
      resolution: { width, height, channels },
    });
    expect(largestResolution([size(32, 32, 3), size(96, 64, 1)])).toEqual({
      width: 96,
      height: 64,
      channels: 3,
    });
    expect(() => largestResolution([size(32, 96, 3), size(96, 64, 3)])).toThrow(
      'one stage must be the largest, but 32×96 does not fit in 96×64',
    );
  });

  it('get smaller images made from the larger ones', async () => {
    const images = someImages(3, 8);
    const seen: Uint8Array[] = [];
    const stage = functionStage(
      ({ pixels, count }) => {
        seen.push(pixels);
        return new Float32Array(3 * count).fill(1 / 3);
      },
      { name: 'f', classes, resolution: { width: 4, height: 4, channels: 3 }, cost },
    );
    await recordStages([stage], images);
    expect(seen).toEqual([resizeImageSet(images, stage.resolution).pixels]);
    expect(() => functionStage(() => [], { ...stage, classes: ['a'] })).toThrow(
      'stage f must have 2 classes or more, got 1',
    );
  });
});
