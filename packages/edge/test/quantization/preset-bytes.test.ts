import { learnedFieldHead, learnedFieldPresets, predict } from '@sig/heads';
import { defaultRecipe, recipeShape } from '@sig/image-paths';
import { describe, expect, it } from 'vitest';
import { createModelNetwork, decodeModel, encodeModel, quantizeModel } from '../../src/index.js';
import { layers } from '../../src/runtime/field/index.js';
import { createClassifier } from '../../src/runtime/index.js';
import { modelOf, randomNetwork } from '../runtime/model-bytes.js';

const recipe = defaultRecipe({ transform: 'pixels', width: 64, height: 64 });
const pixels = Uint8Array.from({ length: 64 * 64 * 3 }, (_, at) => (at * at * 7) % 251);
/** What a training leaves in a file beside the weights: 800 letters. */
const training = { data: 'photographs', options: { notes: 'x'.repeat(800) } };

describe.each(learnedFieldPresets)('the preset $name', ({ maxBytes, options }) => {
  const head = learnedFieldHead(recipeShape(recipe), 10, options);
  const model = { ...modelOf(recipe, randomNetwork(recipe, head, 3)), training };

  it(`is at most ${maxBytes} bytes in int8, with ten classes and what is said of its training`, () => {
    const bytes = encodeModel(quantizeModel(model, { mode: 'dynamic-int8' }));
    expect(bytes.length).toBeLessThanOrEqual(maxBytes);
  });

  it('says the same in the runtime as in training, in float32 and float16', async () => {
    for (const file of [
      encodeModel(model),
      encodeModel(quantizeModel(model, { mode: 'float16' })),
    ]) {
      const expected = await predict(createModelNetwork(decodeModel(file)), pixels);
      const { probabilities } = createClassifier(file, { layers }).classify({
        ...{ width: 64, height: 64, data: pixels },
      });
      for (const [at, p] of probabilities.entries()) {
        expect(Math.abs(p - expected[at])).toBeLessThan(1e-5);
      }
    }
  });
});
