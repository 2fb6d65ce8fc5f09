import {
  architectureToJSON,
  batchNorm,
  conv2d,
  createNetwork,
  dense,
  depthwiseConv2d,
  flatten,
  type Layer,
  layersFromJSON,
  predict,
  relu,
  reshape,
  residual,
  signatureField,
} from '@sig/heads';
import { defaultRecipe } from '@sig/image-paths';
import { expect, test } from 'vitest';
import { type ClassifierModel, foldBatchNorm } from '../../src/index.js';
import { seededIntegers } from '../seeded-random.js';

const INPUT = [6, 15];

/** A model on bare pixels 5×6 with weights that are not those of a start. */
function modelOf(layers: Layer[], standardised: boolean): ClassifierModel {
  const network = createNetwork({ layers, inputShape: INPUT, seed: 3 });
  const integer = seededIntegers(5);
  const random = (): number => 0.25 + integer(1000) / 800;
  for (const [name, values] of Object.entries(network.weights)) {
    if (!name.endsWith('kernel')) network.weights[name].set(values.map(random));
  }
  return {
    kind: 'classifier',
    labels: ['a', 'b'],
    recipe: defaultRecipe({ width: 5, height: 6, transform: 'pixels' }),
    architecture: architectureToJSON(network),
    weights: network.weights,
    ...(standardised && {
      standardisation: {
        mean: new Float32Array(15).map(random),
        scale: new Float32Array(15).map(random),
      },
    }),
  };
}

async function probabilities(model: ClassifierModel): Promise<Float32Array> {
  const { architecture, weights, standardisation } = model;
  const layers = layersFromJSON(architecture);
  const network = createNetwork({ layers, inputShape: INPUT, weights, standardisation });
  const integer = seededIntegers(9);
  return predict(
    network,
    Float32Array.from({ length: 8 * 90 }, () => integer(1000) / 500 - 1),
  );
}

const image = reshape([6, 5, 3]);
const end = [relu(), flatten(), dense(2)];
const networks: [string, boolean, Layer[]][] = [
  ['a convolution', false, [image, conv2d(4, { bias: false }), batchNorm(), ...end]],
  ['a convolution with a bias', true, [image, conv2d(4), batchNorm(), ...end]],
  ['a depthwise convolution', true, [image, depthwiseConv2d({ padding: 1 }), batchNorm(), ...end]],
  ['a dense layer', true, [flatten(), dense(5), batchNorm(), relu(), dense(2), batchNorm()]],
  ['the standardisation', true, [batchNorm(), flatten(), dense(2)]],
  ['a standardisation that was not there', false, [batchNorm(), flatten(), dense(2)]],
  ['the standardisation, for each channel of pixels', true, [image, batchNorm(), ...end]],
  ['a residual', true, [image, residual([conv2d(3, { padding: 1 }), batchNorm()]), ...end]],
  ['two in turn', true, [batchNorm(), image, conv2d(4), batchNorm(), batchNorm(), ...end]],
];

test.each(networks)('into %s', async (_, standardised, layers) => {
  const model = modelOf(layers, standardised);
  const folded = foldBatchNorm(model);
  expect(JSON.stringify(folded.architecture)).not.toContain('batchNorm');
  const wanted = await probabilities(model);
  const found = await probabilities(folded);
  found.forEach((value, at) => {
    expect(value).toBeCloseTo(wanted[at], 5);
  });
});

test('a factor of 0 leaves the offset', async () => {
  const model = modelOf([batchNorm(), flatten(), dense(2)], true);
  model.weights['0.batchNorm.gamma'].fill(0);
  const wanted = await probabilities(model);
  (await probabilities(foldBatchNorm(model))).forEach((value, at) => {
    expect(value).toBeCloseTo(wanted[at], 5);
  });
});

test.each<[string, Layer[]]>([
  ['an activation', [flatten(), dense(5, { activation: 'relu' }), batchNorm(), dense(2)]],
  ['a ReLU', [flatten(), dense(5), relu(), batchNorm(), dense(2)]],
  ['nothing, of more channels', [flatten(), batchNorm(), dense(2)]],
  ['nothing inside a residual', [residual([batchNorm()]), flatten(), dense(2)]],
  ['a field', [image, signatureField({ window: 3, stride: 1 }), batchNorm(), ...end]],
])('one behind %s stays, as a factor and an offset', async (_, layers) => {
  const model = modelOf(layers, true);
  const folded = foldBatchNorm(model);
  const [name] = Object.keys(folded.weights).filter((key) => key.endsWith('batchNorm.mean'));
  expect(new Set(folded.weights[name])).toEqual(new Set([0]));
  expect(new Set(folded.weights[name.replace('mean', 'variance')])).toEqual(new Set([1]));
  const wanted = await probabilities(model);
  (await probabilities(folded)).forEach((value, at) => {
    expect(value).toBeCloseTo(wanted[at], 5);
  });
});
