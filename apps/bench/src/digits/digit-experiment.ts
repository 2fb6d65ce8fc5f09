import type { DigitCounts } from './digit-counts.js';
import type { Neurons } from './slides-layers.js';

/** How a k-NN looks at features. */
export interface Neighbourhood {
  readonly k: number;
  /** References that are made of each image: itself, or itself and its eight shifts by a pixel. */
  readonly shifts: 1 | 9;
  /** Discriminants that distances are measured in; none for the features as they are. */
  readonly projection?: { readonly subclasses: number; readonly shrinkage: number };
}

/** What the features are computed with. */
export type Filters =
  | { readonly kind: 'pixels' }
  | { readonly kind: 'random' }
  | {
      readonly kind: 'back-propagated';
      readonly digits: DigitCounts;
      readonly epochs: number;
    }
  | EvolvedFilters;

/** Filters that were evolved on the first 4,000 training digits. */
export interface EvolvedFilters {
  readonly kind: 'evolved';
  readonly strategy: 'cma-es' | 'pso';
  /** Which images the fitness is measured on: training images alone, or the evaluation images. */
  readonly protocol: 'honest' | 'as published';
  /** At most; the evolution ends there. */
  readonly seconds: number;
}

/** All that decides a figure, as plain data: two equal ones give the same. */
export type DigitExperiment = {
  readonly digits: DigitCounts;
  readonly seed: number;
  readonly threads: number;
} & (
  | { readonly kind: 'network'; readonly neurons: Neurons; readonly epochs: number }
  | { readonly kind: 'k-nn'; readonly filters: Filters; readonly neighbourhood: Neighbourhood }
);

/** What an experiment gave. */
export interface DigitResult {
  /** Right answers, and images in all. */
  readonly hits: number;
  readonly count: number;
  readonly params: number;
  /** In float32: weights and projection, without the references, and with them and their labels. */
  readonly bytes: number;
  readonly wholeBytes: number;
  /** Seconds, the one part that differs from run to run: to train or evolve and fit, and to judge. */
  readonly times: { readonly making: number; readonly judging: number };
}
