import { SMALL_FIELD_WIDTHS } from '@sig/heads';
import {
  AUGMENT,
  FIELD,
  NORMALISED_TRAINING,
  ROWS,
  SEEDS,
  TRAINING,
  TWO_DIRECTIONS,
} from '../recipes.js';
import type { Recipe, Table } from '../table.js';

const row = (name: string, recipe: Omit<Recipe, 'set' | 'augment'>, floor?: number) => ({
  name,
  recipe: { set: 'imagenette', augment: AUGMENT, ...recipe },
  floor,
});

const small = { name: 'field', options: { widths: SMALL_FIELD_WIDTHS } } as const;

/** The heads at 64 px on ten classes of natural images. */
export const imagenette: Table = {
  name: 'heads/imagenette',
  title: 'Heads on imagenette, 64 × 64 px, 10 classes',
  about:
    'Trained on all of train, weights of the last epoch, judged once on the 3,925 images of test.',
  judged: 'test',
  seeds: SEEDS,
  rows: [
    row(
      'CNN1D on rows, as published',
      { features: ROWS, head: { name: 'cnn1d' }, training: TRAINING },
      0.4,
    ),
    row(
      'CNN1D, two-directional',
      { features: TWO_DIRECTIONS, head: { name: 'cnn1d' }, training: TRAINING },
      0.46,
    ),
    row('field, small head', { features: FIELD, head: small, training: NORMALISED_TRAINING }, 0.71),
    row(
      'field',
      { features: FIELD, head: { name: 'field' }, training: NORMALISED_TRAINING },
      0.765,
    ),
  ],
};
