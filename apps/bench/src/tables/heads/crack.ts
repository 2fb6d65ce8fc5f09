import { SMALL_FIELD_WIDTHS } from '@sig/heads';
import { AUGMENT_SURFACE, FIELD, NORMALISED_TRAINING, ROWS, SEEDS, TRAINING } from '../recipes.js';
import type { Recipe, Table } from '../table.js';

/** Of so few images an epoch is 28 steps. */
const EPOCHS = 100;

const row = (name: string, recipe: Omit<Recipe, 'set' | 'augment'>, floor?: number) => ({
  name,
  recipe: {
    set: 'crack',
    augment: AUGMENT_SURFACE,
    ...recipe,
    training: { ...recipe.training, epochs: EPOCHS },
  },
  floor,
});

const small = { name: 'field', options: { widths: SMALL_FIELD_WIDTHS } } as const;

/** The heads on tiles of road photographs. */
export const crack: Table = {
  name: 'heads/crack',
  title: 'Heads on crack, 64 × 64 px, 2 classes',
  about:
    'Trained on all of train, weights of the last epoch, judged once on the 483 tiles of test, which come from photographs of their own.',
  judged: 'test',
  seeds: SEEDS,
  rows: [
    row(
      'CNN1D on rows, as published',
      { features: ROWS, head: { name: 'cnn1d' }, training: TRAINING },
      0.78,
    ),
    row('field, small head', { features: FIELD, head: small, training: NORMALISED_TRAINING }, 0.91),
  ],
};
