import { SMALL_FIELD_WIDTHS } from '@sig/heads';
import type { ModelChoice } from '../../costs/count-model.js';
import type { TrainingRecipe } from '../../experiments/experiment.js';
import { FIELD, NORMALISED_TRAINING } from '../recipes.js';

/** A model of this project and how it is trained, for the table of what fits in 45 KB. */
export interface OwnModel {
  readonly name: string;
  readonly model: ModelChoice;
  readonly training: TrainingRecipe;
  /** Augmentation of sets of things, and of surfaces. */
  readonly augment?: string;
  readonly augmentSurface?: string;
}

/** The models of this project that fit in 45 KB; the baselines are made as large as the first. */
export const ownModels: readonly OwnModel[] = [
  {
    name: 'learned field, windows of 4 at stride 2',
    model: {
      features: { transform: 'pixels' },
      head: {
        name: 'learned-field',
        options: {
          ...{ paths: 6, window: 4, stride: 2 },
          ...{ widths: [32, 48, 88, 112, 112], strides: [2, 1, 2, 1] },
        },
      },
    },
    training: NORMALISED_TRAINING,
  },
  {
    name: 'signature field',
    model: {
      features: FIELD,
      head: { name: 'field', options: { widths: [48, 56, 80, 112, 112] } },
    },
    training: NORMALISED_TRAINING,
  },
  {
    name: 'signature field, small head',
    model: { features: FIELD, head: { name: 'field', options: { widths: SMALL_FIELD_WIDTHS } } },
    training: NORMALISED_TRAINING,
  },
];
