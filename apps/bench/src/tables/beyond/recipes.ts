import { type LearnedFieldPreset, learnedFieldPresets } from '@sig/heads';
import type { ModelChoice } from '../../costs/count-model.js';

/** A model, for the table of what fits in 45 KB. */
export interface NamedModel {
  readonly name: string;
  readonly model: ModelChoice;
}

const PIXELS = { transform: 'pixels' } as const;

const preset = ({ name, options }: LearnedFieldPreset): NamedModel => ({
  name: `learned field, ${name}`,
  model: { features: PIXELS, head: { name: 'learned-field', options } },
});

/** The presets of this project, the largest first. */
export const ownModels: readonly NamedModel[] = [...learnedFieldPresets].reverse().map(preset);

/**
 * Depthwise-separable networks on pixels with the bytes and the multiply-adds of the largest preset, within a
 * twentieth: one that keeps the image large for long, one that halves it at once and is wider for it.
 */
export const equalNetworks: readonly NamedModel[] = [
  {
    name: 'baseline: depthwise CNN on pixels, halved late',
    model: {
      features: PIXELS,
      head: {
        name: 'separable',
        options: {
          widths: [12, 28, 56, 60, 88, 104, 104],
          ...{ strides: [2, 1, 2, 1, 2, 1], stemStride: 1 },
        },
      },
    },
  },
  {
    name: 'baseline: depthwise CNN on pixels, halved at once',
    model: {
      features: PIXELS,
      head: { name: 'separable', options: { widths: [28, 56, 80, 80, 104, 88] } },
    },
  },
];
