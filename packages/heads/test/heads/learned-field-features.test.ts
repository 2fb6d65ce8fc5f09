import { expect, it } from 'vitest';
import {
  createNetwork,
  fieldHead,
  flatten,
  frontOf,
  learnedFieldFeatures,
  learnedFieldHead,
  predict,
  signatureField,
} from '../../src/index.js';

const SIDE = 12;
const image = Float32Array.from({ length: 3 * SIDE * SIDE }, (_, at) => Math.sin(at * at));
const options = { paths: 2, window: 4, stride: 2, widths: [4], strides: [] };

it('has the learned paths of an image, and the signature field of these paths', async () => {
  const layers = learnedFieldHead([SIDE, SIDE, 3], 2, options);
  const network = createNetwork({ layers, inputShape: [SIDE, SIDE, 3], seed: 1 });
  const seen = await learnedFieldFeatures(network, image);
  expect(seen?.paths.shape).toEqual([SIDE, SIDE, 2]);
  expect(seen?.field.shape).toEqual([5, 5, 2 * (2 + 4) + 2 * 2]);
  expect(seen?.options).toMatchObject({ window: 4, stride: 2, direction: 'both' });
  expect(Math.max(...(seen?.paths.values ?? []).map(Math.abs))).toBeLessThan(1);
  const alone = createNetwork({
    layers: [signatureField({ window: 4, stride: 2 }), flatten()],
    inputShape: [SIDE, SIDE, 2],
  });
  const paths = seen?.paths.values ?? new Float32Array();
  expect(seen?.field.values).toEqual(await predict(alone, paths, { output: 'activations' }));
  // Convolution, tanh and field in one go.
  const front = frontOf(network, 3);
  expect(seen?.field.values).toEqual(await predict(front, image, { output: 'activations' }));
});

it('has nothing where no paths are learned', async () => {
  const layers = fieldHead([SIDE, SIDE, 3], 2, { widths: [4], strides: [] });
  const network = createNetwork({ layers, inputShape: [SIDE, SIDE, 3] });
  expect(await learnedFieldFeatures(network, image)).toBeUndefined();
});
