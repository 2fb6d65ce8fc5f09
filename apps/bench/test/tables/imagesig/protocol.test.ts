import { expect, test } from 'vitest';
import { asHere, type ImageSetName } from '../../../src/tables/imagesig/protocol.js';

const SETS: readonly ImageSetName[] = ['fire', 'fog', 'crack', 'smile', 'imagenette'];
const head = { name: 'learned-field' } as const;

test('a set decides about a training as here by its number of images alone', () => {
  const recipes = SETS.map(
    (set) => asHere(set, { features: { transform: 'pixels' }, head }).recipe,
  );
  const lengths = recipes.map(({ training }) => [training.batch, training.epochs]);
  expect(lengths).toEqual([
    [32, 40],
    [64, 40],
    [64, 40],
    [128, 40],
    [128, 40],
  ]);
  const [first, ...others] = recipes.map(({ set, training, ...rest }) => {
    const { batch, epochs, ...constant } = training;
    return { ...rest, constant };
  });
  for (const other of others) expect(other).toEqual(first);
});
