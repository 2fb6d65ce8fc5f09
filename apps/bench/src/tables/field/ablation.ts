import { SMALL_FIELD_WIDTHS } from '@sig/heads';
import type { DefaultRecipeOptions } from '@sig/image-paths';
import { AUGMENT, FIELD, SHORT_TRAINING } from '../recipes.js';
import type { Table } from '../table.js';

const row = (name: string, change: DefaultRecipeOptions = {}) => ({
  name,
  recipe: {
    set: 'imagenette',
    features: { ...FIELD, ...change } as DefaultRecipeOptions,
    head: { name: 'field', options: { widths: SMALL_FIELD_WIDTHS } },
    training: SHORT_TRAINING,
    augment: AUGMENT,
  } as const,
});

/** What each part of the local signature field is worth. */
export const fieldAblation: Table = {
  name: 'field/ablation',
  title: 'The local signature field, one part changed at a time',
  about:
    'imagenette at 64 × 64 px with the small head (48-48-72-96), 15 epochs, judged on the fifth of train that was set aside: 1,894 images, on which one point is 19 images.',
  judged: 'validation',
  seeds: [0, 1],
  rows: [
    row('windows of 8 at stride 4, depth 2'),
    row('windows of 4', { window: 4 }),
    row('windows of 6', { window: 6 }),
    row('windows of 12', { window: 12 }),
    row('windows of 16', { window: 16 }),
    row('stride 6', { stride: 6 }),
    row('stride 8', { stride: 8 }),
    row('depth 1', { depth: 1 }),
    row('depth 3', { depth: 3 }),
    row('rows only', { direction: 'rows' }),
    row('columns only', { direction: 'columns' }),
    row('without mean and deviation', { moments: false }),
  ],
};
