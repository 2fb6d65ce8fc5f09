import { SMALL_FIELD_WIDTHS } from '@sig/heads';
import type { ModelChoice } from '../../costs/count-model.js';
import type { FeatureChoice } from '../../experiments/experiment.js';
import { FIELD, ROWS, TWO_DIRECTIONS } from '../recipes.js';

const PIXELS: FeatureChoice = { transform: 'pixels' };

/** The base model of the paper: 64 × 64 × 3 pixels into 50 units. */
export const base: ModelChoice = { features: PIXELS, head: { name: 'fc' } };

export interface FcOptions {
  readonly size?: number;
  readonly depth?: number;
  readonly hidden?: number;
  readonly logarithm?: boolean;
}

/** ImageSig + FC at a size, a depth and a number of units. */
export const fc = ({ size = 64, depth = 4, hidden, logarithm }: FcOptions = {}): ModelChoice => ({
  features: {
    ...ROWS,
    ...{ width: size, height: size, depth },
    ...(logarithm && { logarithm: 'lyndon-words' as const }),
  },
  head: { name: 'fc', ...(hidden !== undefined && { options: { hidden } }) },
});

export const cnn1d: ModelChoice = { features: ROWS, head: { name: 'cnn1d' } };

export const cnn1d224: ModelChoice = {
  features: { ...ROWS, width: 224, height: 224 },
  head: { name: 'cnn1d' },
};

export const twoDirections: ModelChoice = { features: TWO_DIRECTIONS, head: { name: 'cnn1d' } };

export const transformer: ModelChoice = { features: ROWS, head: { name: 'transformer' } };

/** One dense layer from pixels to classes: multinomial logistic regression. */
export const linear: ModelChoice = { features: PIXELS, head: { name: 'linear' } };

/** The head of ImageSig + CNN1D on rows of pixels, with fewer filters for as many parameters. */
export const pixelCnn1d: ModelChoice = {
  features: PIXELS,
  head: { name: 'cnn1d', options: { filters: [24, 64] } },
};

/** A small MobileNet on pixels. */
export const smallMobileNet: ModelChoice = { features: PIXELS, head: { name: 'separable' } };

/** A small residual network on pixels. */
export const smallResNet: ModelChoice = {
  features: PIXELS,
  head: { name: 'res-net', options: { widths: [12, 24, 32] } },
};

/** The local signature field of this project with its small head. */
export const smallField: ModelChoice = {
  features: FIELD,
  head: { name: 'field', options: { widths: SMALL_FIELD_WIDTHS } },
};

/** The baselines on raw pixels that stand in tables of accuracy, by their names there. */
export const PIXEL_BASELINES: readonly (readonly [name: string, model: ModelChoice])[] = [
  ['baseline: dense layers on pixels (base model)', base],
  ['baseline: CNN1D on rows of pixels', pixelCnn1d],
  ['baseline: depthwise CNN on pixels (small MobileNet)', smallMobileNet],
];
