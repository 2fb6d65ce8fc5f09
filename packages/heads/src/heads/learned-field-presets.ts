import type { LearnedFieldHeadOptions } from './learned-field-head.js';

/** A learned field of a size that is known to do well. */
export interface LearnedFieldPreset {
  readonly name: 'tiny' | 'small' | 'base';
  /** Largest file in bytes, quantised to int8, labels of ten classes and all. */
  readonly maxBytes: number;
  readonly options: Pick<
    LearnedFieldHeadOptions,
    'paths' | 'frontStride' | 'normalise' | 'window' | 'stride' | 'widths' | 'strides' | 'pool'
  >;
}

/**
 * Learned fields for `learnedFieldHead`, the smallest first. They were chosen on the part of
 * imagenette's training images that was set aside, at 64 px: docs/accuracy.md.
 *
 * @example
 * const { options } = learnedFieldPresets[2];
 * learnedFieldHead([64, 64, 3], 10, options);
 */
export const learnedFieldPresets: readonly LearnedFieldPreset[] = [
  {
    name: 'tiny',
    maxBytes: 10_240,
    options: {
      ...{ paths: 4, frontStride: 2, window: 4, stride: 2 },
      ...{ widths: [16, 20, 28, 32], strides: [1, 2, 1] },
    },
  },
  {
    name: 'small',
    maxBytes: 20_480,
    options: {
      ...{ paths: 6, window: 4, stride: 2 },
      ...{ widths: [24, 40, 64, 72], strides: [2, 1, 2] },
    },
  },
  {
    name: 'base',
    maxBytes: 45_260,
    options: {
      ...{ paths: 6, normalise: true, window: 5, stride: 2 },
      ...{ widths: [28, 80, 96, 96, 96], strides: [2, 1, 2, 1], pool: 'attention' },
    },
  },
];
