/** The metadata that says what a file is. */
export const CHECKPOINT_FORMAT = 'sig-checkpoint';
export const CHECKPOINT_VERSION = 1;

/** What a report says of an epoch, one tensor each: numbers, and `best` as 0 or 1. */
export const REPORT_FIELDS = [
  'epoch',
  'epochs',
  'loss',
  'accuracy',
  'best',
  'seconds',
  'imagesPerSecond',
  'learningRate',
] as const;

/** Where there is a validation set. */
export const VALIDATION_FIELDS = ['validationLoss', 'validationAccuracy'] as const;

/** Before the names of weights of the best epoch. */
export const BEST = 'best.weights.';
