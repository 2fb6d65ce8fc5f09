import type { Engine } from '@sig/kernels';
import type { Network } from '../network/network.js';
import type { Checkpoint } from './checkpoint.js';
import type { Dataset } from './dataset.js';

/** What is known after an epoch. */
export interface EpochReport {
  /** From 1. */
  readonly epoch: number;
  readonly epochs: number;
  /** Mean over the training samples while they were trained on. */
  readonly loss: number;
  readonly accuracy: number;
  /** Absent where there is no validation set. */
  readonly validationLoss?: number;
  readonly validationAccuracy?: number;
  /** Whether the watched metric is the best so far. */
  readonly best: boolean;
  /** Duration of the epoch, validation included. */
  readonly seconds: number;
  /** Training samples a second, validation left out. */
  readonly imagesPerSecond: number;
  readonly learningRate: number;
}

/** What is known after a batch. */
export interface BatchReport {
  readonly epoch: number;
  readonly epochs: number;
  /** From 1, over all epochs. */
  readonly step: number;
  readonly steps: number;
  /** Training samples seen in this epoch, and in one whole epoch. */
  readonly samples: number;
  readonly samplesPerEpoch: number;
  /** Mean over the batch. */
  readonly loss: number;
}

export interface EarlyStoppingOptions {
  /** Epochs without a better value before training stops (10). */
  patience?: number;
  /** The value to watch on the validation set ('loss'). */
  metric?: 'loss' | 'accuracy';
  /** What counts as better, at least (0). */
  minDelta?: number;
}

export interface FitOptions {
  /** (20) */
  epochs?: number;
  /** Samples a step (128); the last step of an epoch takes what is left. */
  batch?: number;
  /** The highest learning rate (1e-3). */
  learningRate?: number;
  /** 'constant' (the default), 'cosine' down to 0, or 'one-cycle': up for 30 % of the steps, then down. */
  schedule?: 'constant' | 'cosine' | 'one-cycle';
  /** Fraction of the steps over which the learning rate rises linearly from 0 (0). */
  warmUp?: number;
  /** 'adam' (the default), or 'adamW' with decoupled weight decay. */
  optimizer?: 'adam' | 'adamW';
  /** For adamW (1e-4). */
  weightDecay?: number;
  beta1?: number;
  beta2?: number;
  /** (1e-7) */
  epsilon?: number;
  /** Scales a step's gradient down to this length where it is longer (Pascanu et al. 2013); none by default. */
  clipNorm?: number;
  /**
   * Decay of an exponential moving average of the weights, such as 0.999; 0 for none (the default).
   * With it the averaged weights are validated, reported and kept. In step t the decay is at most
   * (1 + t) / (10 + t). The running averages of `batchNorm` are averaged alike.
   */
  ema?: number;
  /**
   * Mixes samples in pairs (mixup, Zhang et al. 2018): the alpha of Beta(alpha, alpha), at most 1, or 0
   * for none (the default). Loss and accuracy of training are then those of the mixed samples, and of
   * their larger parts.
   */
  mixup?: number;
  loss?: 'cross-entropy' | 'focal';
  /** The exponent of the focal loss (2). */
  gamma?: number;
  /** 'balanced' is n / (classes · n_c); none by default. */
  classWeights?: 'balanced' | readonly number[];
  /** Share of the target that is spread over all classes (0). */
  labelSmoothing?: number;
  /**
   * A dataset, or the share of the training samples to set aside, class by class (0: none). A class
   * of one sample keeps it.
   */
  validation?: Dataset | number;
  /** Stop when the validation set gets no better; true for the defaults. */
  earlyStopping?: boolean | EarlyStoppingOptions;
  /** End with the weights of the best epoch where there is a validation set (true). */
  restoreBest?: boolean;
  /** Fit the standardisation of the features before the first epoch (true), unless there is one. */
  standardise?: boolean;
  /** Drives the order of samples, dropout, augmentation and the split (0). */
  seed?: number;
  /** Threads in all (1); not with `engine`. */
  threads?: number;
  /** An engine that has `networkModules(network)`; it is not closed. */
  engine?: Engine;
  /** Awaited after each epoch, with the network's weights up to date; false stops the training. */
  onEpoch?: (report: EpochReport, network: Network) => unknown;
  onBatch?: (report: BatchReport) => void;
  /**
   * Awaited after each epoch, behind `onEpoch`, with all that a training needs to go on from here.
   * Its arrays are copies.
   */
  onCheckpoint?: (checkpoint: Checkpoint) => unknown;
  /**
   * Goes on from a checkpoint. With the same samples, options and number of threads, and a network of
   * the same layers, the training ends with the same bytes as one that was never stopped.
   */
  checkpoint?: Checkpoint;
  /** Stops between two batches; the weights are then those of the last complete epoch. */
  signal?: AbortSignal;
}

export interface FitResult {
  readonly history: readonly EpochReport[];
  /** The epoch, from 1, whose weights the network ends with; 0 where none was completed. */
  readonly epoch: number;
  /**
   * The mean training loss of who takes every class for equally likely, ln(classes) for plain
   * cross-entropy: a training that ends above it has diverged or not begun to learn.
   */
  readonly chanceLoss: number;
  /** Why it ended. */
  readonly ended: 'epochs' | 'early-stopping' | 'callback' | 'signal';
}
