import { createModelNetwork, decodeModel, encodeModel } from '@sig/edge';
import { architectureToJSON, createNetwork, learnedFieldHead, predict } from '@sig/heads';
import { createFeatures, defaultRecipe } from '@sig/image-paths';
import { seededRandom } from '@sig/kernels/random';
import { describe, expect, it } from 'vitest';
import { createLearner } from '../../src/learner/create-learner.js';

const SIDE = 16;
const labels = ['dark', 'bright'];

/** The bytes of a model as `sig train` makes them of photographs unless told otherwise. */
function learnedField(): Uint8Array {
  const recipe = defaultRecipe({ width: SIDE, height: SIDE, channels: 'rgb', transform: 'pixels' });
  const features = createFeatures(recipe);
  const options = { window: 4, stride: 2, widths: [8, 8], strides: [2] };
  const layers = learnedFieldHead(features.shape, labels.length, options);
  const network = createNetwork({ layers, features, seed: 1 });
  const { weights } = network;
  const architecture = architectureToJSON(network);
  return encodeModel({ kind: 'classifier', labels, recipe, architecture, weights });
}

const random = seededRandom(2);
const image = (light: number) => ({
  width: SIDE,
  height: SIDE,
  data: Uint8Array.from({ length: 3 * SIDE * SIDE }, () => light + 50 * random()),
});

describe('a learned field, which sig train makes of photographs', () => {
  it('can be opened, and says what its network says', async () => {
    const bytes = learnedField();
    const learner = createLearner();
    const facts = await learner.open(bytes);
    expect(facts).toMatchObject({ method: 'network', labels, transform: 'pixels' });
    const shown = image(90);
    const { probabilities } = await learner.classify(shown);
    const expected = await predict(createModelNetwork(decodeModel(bytes)), shown.data);
    for (const [at, probability] of probabilities.entries()) {
      expect(probability).toBeCloseTo(expected[at], 5);
    }
  });

  it('can be looked into', async () => {
    const learner = createLearner();
    await learner.open(learnedField());
    const inside = await learner.lookInside(image(90));
    // Six paths: 6 + 36 words of the rows, as many of the columns, means and deviations.
    expect(inside).toMatchObject({ transform: 'field', shape: [7, 7, 96] });
    expect(inside.paths).toMatchObject({ names: [...'123456'], shape: [SIDE, SIDE, 6] });
    expect(inside.features).toHaveLength(7 * 7 * 96);
    expect(inside.groups.map(({ name, start }) => [name, start])).toEqual([
      ['rows, level 1', 0],
      ['rows, level 2', 6],
      ['columns, level 1', 42],
      ['columns, level 2', 48],
      ['mean', 84],
      ['deviation', 90],
    ]);
    expect(inside.groups[1].names.slice(5, 8)).toEqual(['16', '21', '22']);
    expect((await learner.occlude(image(90))).values.some((fall) => fall !== 0)).toBe(true);
  });

  it.each(['safetensors', 'int8', 'onnx', 'js', 'c'] as const)(
    'can be written as %s',
    async (format) => {
      const learner = createLearner();
      await learner.open(learnedField());
      const files = await learner.write(format, 'model');
      expect(files.every(({ bytes }) => bytes.length > 100)).toBe(true);
    },
  );

  it('is what new classes can be told by', async () => {
    const learner = createLearner();
    await learner.open(learnedField());
    const lights = [20, 20, 190, 190, 110, 110];
    const lesson = {
      classes: [...labels, 'grey'],
      images: lights.map(image),
      labels: [0, 0, 1, 1, 2, 2],
    };
    const wishes = { look: 'field', size: SIDE, mirror: false, seed: 0 } as const;
    const facts = await learner.learn(lesson, 'neighbours', wishes, () => {});
    expect(facts).toMatchObject({ method: 'neighbours', labels: [...labels, 'grey'] });
    const { probabilities } = await learner.classify(image(190));
    expect(probabilities.indexOf(Math.max(...probabilities))).toBe(1);
  });
});
