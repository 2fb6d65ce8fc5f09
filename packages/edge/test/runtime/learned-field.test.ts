import { learnedFieldHead, predict } from '@sig/heads';
import { defaultRecipe, recipeShape } from '@sig/image-paths';
import { describe, expect, it } from 'vitest';
import { exportJs } from '../../src/export/index.js';
import { encodeModel } from '../../src/index.js';
import { layers } from '../../src/runtime/field/index.js';
import { createClassifier } from '../../src/runtime/index.js';
import { modelOf, randomNetwork } from './model-bytes.js';

const recipe = defaultRecipe({ transform: 'pixels', width: 23, height: 17 });
const pixels = Uint8Array.from({ length: 23 * 17 * 3 }, (_, at) => (at * at * 7) % 251);
const image = { width: 23, height: 17, data: pixels };

describe('a learned field in the runtime', () => {
  it.each([
    { window: 8, stride: 4 },
    { window: 5, stride: 3, direction: 'columns' },
    { window: 2, stride: 1, direction: 'rows', moments: false },
    { window: 3, stride: 7, paths: 1, frontStride: 2 },
    { window: 5, stride: 2, normalise: true, pool: 'attention' },
  ] as const)('says the same as the network: %j', async (options) => {
    const head = learnedFieldHead(recipeShape(recipe), 4, { ...options, widths: [12] });
    const network = randomNetwork(recipe, head, 3);
    const bytes = encodeModel(modelOf(recipe, network));
    const expected = await predict(network, pixels);
    const { probabilities } = createClassifier(bytes, { layers }).classify(image);
    probabilities.forEach((p, at) => {
      expect(Math.abs(p - expected[at])).toBeLessThan(1e-5);
    });
  });

  it('is written into an exported module, and told by name where its layers are missing', async () => {
    const head = learnedFieldHead(recipeShape(recipe), 4, { widths: [12] });
    const network = randomNetwork(recipe, head, 3);
    const model = modelOf(recipe, network);
    expect(() => createClassifier(encodeModel(model))).toThrow('layer 2 (tanh) is not known here');
    const module = `data:text/javascript;base64,${btoa(exportJs(model))}`;
    const { classify } = await import(/* @vite-ignore */ module);
    const { probabilities } = createClassifier(encodeModel(model), { layers }).classify(image);
    expect(classify(image).probabilities).toEqual(probabilities);
  });

  it.each([
    [{ window: 1 }, 'an option must be an integer from 2 to 256, got 1'],
    [{ window: 3e9 }, 'an option must be an integer from 2 to 256'],
    [{ stride: 0 }, 'an option must be an integer from 1 to 1048576, got 0'],
    [{ window: 24 }, 'windows of 24 do not fit [17,23,3]'],
    [{ direction: 'up' }, 'direction must be rows, columns or both'],
  ])('refuses %j', (wrong, message) => {
    const parts = { inputShape: [17, 23, 3], weight: () => new Float32Array() };
    const options = { window: 8, stride: 4, direction: 'both', moments: true, ...wrong };
    expect(() => layers.signatureField({ ...parts, options })).toThrow(message);
  });

  it('refuses what is no feature map', () => {
    const options = { window: 8, stride: 4, direction: 'both', moments: true };
    const parts = { inputShape: [17, 23], weight: () => new Float32Array(), options };
    expect(() => layers.signatureField(parts)).toThrow('windows of 8 do not fit [17,23]');
  });
});
