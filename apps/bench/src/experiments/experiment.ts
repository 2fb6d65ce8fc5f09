import type { FitOptions } from '@sig/heads';
import type { DefaultRecipeOptions } from '@sig/image-paths';
import type { HeadChoice } from './heads.js';

/** Options of a feature recipe, and whether the logarithm of the signatures is taken. */
export type FeatureChoice = DefaultRecipeOptions & {
  /** Coordinates of log-signatures; signatures when left out. */
  readonly logarithm?: 'lyndon-words';
};

/** The part of the options of `fit` that a recipe decides. */
export type TrainingRecipe = Pick<
  FitOptions,
  | 'epochs'
  | 'batch'
  | 'learningRate'
  | 'schedule'
  | 'warmUp'
  | 'optimizer'
  | 'weightDecay'
  | 'loss'
  | 'gamma'
  | 'classWeights'
  | 'labelSmoothing'
  | 'ema'
  | 'mixup'
  | 'clipNorm'
>;

/** All that decides a trained model, as plain data: two equal ones give the same figures. */
export interface Experiment {
  /** The folder of the set, inside the folder of all sets. */
  readonly set: string;
  readonly features: FeatureChoice;
  readonly head: HeadChoice;
  readonly training: TrainingRecipe;
  /** As `parseAugmentation` of `@sig/image-paths` takes it: fresh in each epoch. */
  readonly augment: string;
  /** As `createCopies` of `@sig/image-paths` takes it: copies that train grows by; none when left out. */
  readonly copies?: string;
  /**
   * `test`: trained on all of train, judged on test. `validation`: a share of train, drawn by class
   * with a seed of its own, is set aside and judged on; test is not read.
   */
  readonly judged: 'test' | 'validation';
  /** Of the first weights, the order, the augmentation and the dropout. */
  readonly seed: number;
  readonly threads: number;
}

/** What an experiment gave. */
export interface ExperimentResult {
  readonly accuracy: number;
  readonly f1: number;
  readonly averagePrecision: number;
  /** Area under the ROC curve; null where all images are of one class. */
  readonly auc: number | null;
  /** Of two classes the ROC curve, thinned: [false positive rate, true positive rate]. */
  readonly roc?: readonly (readonly [number, number])[];
  /** The int8 file, decoded and judged; left out where a model file cannot say what the features are. */
  readonly int8?: { readonly bytes: number; readonly accuracy: number };
  /** Bytes of the float32 file; left out as above. */
  readonly bytes?: number;
  /** Optimiser steps that it was trained for. */
  readonly steps: number;
  /** Images it was judged on. */
  readonly count: number;
  /** Of the last epoch, on the changing images it was trained on. */
  readonly trainingAccuracy: number;
  readonly trainingLoss: number;
  readonly params: number;
  readonly headMacs: number;
  readonly featureMacs: number;
  /** The one part that differs from run to run. */
  readonly times: {
    readonly seconds: number;
    readonly imagesPerSecond: number;
    readonly machine: string;
  };
}
