import { SMALL_FIELD_WIDTHS } from '@sig/heads';
import type { TrainingRecipe } from '../../experiments/experiment.js';
import { AUGMENT, FIELD, SHORT_TRAINING } from '../recipes.js';
import type { Table } from '../table.js';

const row = (name: string, change: TrainingRecipe) => ({
  name,
  recipe: {
    set: 'imagenette',
    features: FIELD,
    head: { name: 'field', options: { widths: SMALL_FIELD_WIDTHS } },
    training: { ...SHORT_TRAINING, ...change },
    augment: AUGMENT,
  } as const,
});

/** What the loss is worth. */
export const losses: Table = {
  name: 'training/losses',
  title: 'Losses',
  about:
    'imagenette at 64 × 64 px, the field with the small head, 15 epochs, judged on the fifth of train that was set aside.',
  judged: 'validation',
  seeds: [0, 1],
  rows: [
    row('cross-entropy', { labelSmoothing: 0 }),
    row('cross-entropy, smoothing 0.05', { labelSmoothing: 0.05 }),
    row('cross-entropy, smoothing 0.1', { labelSmoothing: 0.1 }),
    row('focal, γ = 1', { labelSmoothing: 0, loss: 'focal', gamma: 1 }),
    row('focal, γ = 2', { labelSmoothing: 0, loss: 'focal', gamma: 2 }),
    row('focal, γ = 2, balanced weights, as published', {
      labelSmoothing: 0,
      loss: 'focal',
      gamma: 2,
      classWeights: 'balanced',
    }),
  ],
};
