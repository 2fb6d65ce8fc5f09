import { PIXELS, ROWS, SEEDS, TRAINING, TWO_DIRECTIONS } from '../recipes.js';
import type { Recipe, Table } from '../table.js';

const shared = { set: 'imagenette', training: TRAINING, augment: 'flip,shift:8' } as const;

const row = (name: string, recipe: Pick<Recipe, 'features' | 'head'>, floor?: number) => ({
  name,
  recipe: { ...shared, ...recipe },
  floor,
});

/** The heads at 64 px on ten classes of natural images. */
export const imagenette: Table = {
  name: 'heads/imagenette',
  title: 'Heads on imagenette, 64 × 64 px, 10 classes',
  about:
    'Trained on all of train with one recipe for every head, weights of the last epoch, judged once on the 3,925 images of test.',
  judged: 'test',
  seeds: SEEDS,
  rows: [
    row('CNN1D on rows, as published', { features: ROWS, head: { name: 'cnn1d' } }, 0.4),
    row('CNN1D, two-directional', { features: TWO_DIRECTIONS, head: { name: 'cnn1d' } }, 0.46),
    row('depthwise CNN on pixels', { features: PIXELS, head: { name: 'separable' } }),
  ],
};
