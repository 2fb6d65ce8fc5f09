import { cnn1dHead, fcHead, fieldHead } from '@sig/heads';
import { defaultRecipe, recipeShape } from '@sig/image-paths';
import { describe, expect, it } from 'vitest';
import { encodeModel, quantizeModel } from '../../src/index.js';
import { createStagedClassifier, syntheticImage } from '../../src/measure/index.js';
import { createClassifier } from '../../src/runtime/index.js';
import { bytesOf, modelOf, randomNetwork } from '../runtime/model-bytes.js';

const rows = defaultRecipe({ width: 24, height: 22 });
const rowsNetwork = randomNetwork(rows, cnn1dHead(recipeShape(rows), 3), 1);
const field = defaultRecipe({ transform: 'field', width: 32, height: 32, fit: 'pad' });
const grey = defaultRecipe({ width: 16, height: 16, channels: 'grey' });
const [, words] = recipeShape(grey);
const moments = { mean: new Float32Array(words).fill(0.1), scale: new Float32Array(words).fill(3) };

describe('a classifier in stages', () => {
  it.each<[string, () => Uint8Array]>([
    ['on rows', () => bytesOf(rows, rowsNetwork)],
    [
      'in int8 weights',
      () => encodeModel(quantizeModel(modelOf(rows, rowsNetwork), { mode: 'dynamic-int8' })),
    ],
    [
      'on a padded field',
      () => bytesOf(field, randomNetwork(field, fieldHead([7, 7, 30], 3, { widths: [8, 12] }), 2)),
    ],
    [
      'on standardised grey rows',
      () => bytesOf(grey, randomNetwork(grey, fcHead(recipeShape(grey), 2), 3, moments)),
    ],
  ])('%s says to the bit what the runtime says, and tells its stages', (_, bytesOfModel) => {
    const bytes = bytesOfModel();
    const staged = createStagedClassifier(bytes);
    const classifier = createClassifier(bytes);
    for (const [width, height] of [
      [60, 40],
      [24, 22],
    ]) {
      const laps: string[] = [];
      const image = syntheticImage(width, height);
      const found = staged.classify(image, (stage) => laps.push(stage));
      expect(found).toEqual(classifier.classify(image));
      expect(laps).toEqual(['resize', 'features', 'head']);
    }
  });
});
