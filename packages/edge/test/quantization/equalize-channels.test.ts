import {
  avgPool2d,
  batchNorm,
  conv1d,
  conv2d,
  createNetwork,
  dense,
  depthwiseConv2d,
  dropout,
  flatten,
  gelu,
  globalAvgPool2d,
  type Layer,
  maxPool1d,
  maxPool2d,
  predict,
  relu,
  reshape,
  residual,
} from '@sig/heads';
import { createFeatures, defaultRecipe, recipeShape } from '@sig/image-paths';
import { expect, test } from 'vitest';
import {
  type ClassifierModel,
  calibrate,
  createModelNetwork,
  equalizeChannels,
  quantizeModel,
} from '../../src/index.js';
import { modelOf, randomPixels } from '../runtime/model-bytes.js';
import { seededIntegers } from '../seeded-random.js';

const recipe = defaultRecipe({ width: 12, height: 12, transform: 'pixels' });
const images = randomPixels(12 * 12 * 12 * 3, 7);

/** A model whose channels differ by up to a thousand in size, with weights that make up for it. */
function unevenModel(layers: readonly Layer[], standardised = true): ClassifierModel {
  const columns = recipeShape(recipe)[1];
  const network = createNetwork({
    layers,
    inputShape: recipeShape(recipe),
    features: createFeatures(recipe),
    seed: 5,
    ...(standardised && {
      standardisation: {
        mean: new Float32Array(columns).fill(0.4),
        scale: Float32Array.from({ length: columns }, (_, at) => 10 ** (at % 4)),
      },
    }),
  });
  const integer = seededIntegers(3);
  for (const [name, values] of Object.entries(network.weights)) {
    if (name.endsWith('bias')) values.set(values.map(() => integer(100) / 200));
  }
  const kernel = network.weights['0.conv1d.kernel'];
  const filters = Number(layers[0].options.filters);
  kernel?.forEach((weight, at) => {
    kernel[at] = weight / 10 ** ((Math.floor(at / filters) % columns) % 4);
  });
  return modelOf(recipe, network);
}

const image = reshape([12, 12, 3]);
const cases: [string, Layer[]][] = [
  [
    'convolutions along rows',
    [
      ...[conv1d(6, { activation: 'relu' }), maxPool1d(2), conv1d(5, { size: 2 }), relu()],
      ...[flatten(), dropout(0.4), dense(7, { activation: 'relu' }), dense(2)],
    ],
  ],
  [
    'convolutions of images',
    [
      ...[image, conv2d(6), batchNorm(), relu(), maxPool2d(2), depthwiseConv2d({ padding: 1 })],
      ...[batchNorm(), relu(), conv2d(4, { size: 1, bias: false }), avgPool2d(2)],
      ...[globalAvgPool2d(), dense(2)],
    ],
  ],
  ['layers that mix sizes', [conv1d(4, { size: 1 }), gelu(), flatten(), dense(3), dense(2)]],
  ['a residual', [image, residual([conv2d(3, { padding: 1 })]), conv2d(2), flatten(), dense(2)]],
  [
    'a reshape between',
    [flatten(), dense(12), reshape([2, 2, 3]), conv2d(2, { size: 2 }), flatten()],
  ],
  [
    'a shape that shares no factor',
    [flatten(), dense(10), reshape([5, 2]), conv1d(3), flatten(), dense(2)],
  ],
];

test.each(cases)('%s say in float32 what they said', async (_, layers) => {
  for (const standardised of [true, false]) {
    const model = unevenModel(layers, standardised);
    const wanted = await predict(createModelNetwork(model), images);
    const equal = await equalizeChannels(model, images);
    const found = await predict(createModelNetwork(equal), images);
    found.forEach((value, at) => {
      expect(value).toBeCloseTo(wanted[at], 4);
    });
  }
});

test('channels of very different sizes lose far less in int8', async () => {
  const model = unevenModel(cases[0][1]);
  const wanted = await predict(createModelNetwork(model), images);
  const errorOf = async (from: ClassifierModel): Promise<number> => {
    const activations = await calibrate(from, images, { coverage: 1 });
    const small = quantizeModel(from, { mode: 'int8', activations });
    const found = await predict(createModelNetwork(small), images);
    return Math.hypot(...found.map((value, at) => value - wanted[at]));
  };
  const plain = await errorOf(model);
  expect(await errorOf(await equalizeChannels(model, images))).toBeLessThan(plain / 4);
});

test('without images there is nothing to go by', async () => {
  await expect(equalizeChannels(unevenModel(cases[0][1]), new Uint8Array())).rejects.toThrow(
    'calibration needs at least one image, got none',
  );
});
