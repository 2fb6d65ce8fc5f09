import { PIXELS, ROWS, SEEDS, TRAINING } from '../recipes.js';
import type { Recipe, Table } from '../table.js';

const shared = {
  set: 'crack',
  training: TRAINING,
  augment: 'flip,flip-vertical,shift:8',
} as const;

const row = (name: string, recipe: Pick<Recipe, 'features' | 'head'>, floor?: number) => ({
  name,
  recipe: { ...shared, ...recipe },
  floor,
});

/** The heads on tiles of road photographs. */
export const crack: Table = {
  name: 'heads/crack',
  title: 'Heads on crack, 64 × 64 px, 2 classes',
  about:
    'Trained on all of train with one recipe for every head, weights of the last epoch, judged once on the 483 tiles of test, which come from photographs of their own.',
  judged: 'test',
  seeds: SEEDS,
  rows: [
    row('CNN1D on rows, as published', { features: ROWS, head: { name: 'cnn1d' } }, 0.78),
    row('depthwise CNN on pixels', { features: PIXELS, head: { name: 'separable' } }),
  ],
};
