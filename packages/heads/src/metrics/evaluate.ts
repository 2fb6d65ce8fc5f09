/** How well one class is found. */
export interface ClassScores {
  readonly name: string;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Samples of this class. */
  readonly support: number;
}

export interface Evaluation {
  readonly count: number;
  readonly accuracy: number;
  /** Of the positive class where there are two, else the mean over the classes. */
  readonly f1: number;
  readonly averagePrecision: number;
  readonly auc: number;
  /** confusion[actual][predicted] */
  readonly confusion: readonly (readonly number[])[];
  readonly perClass: readonly ClassScores[];
  /** The name of the positive class where there are two. */
  readonly positive?: string;
}

export interface EvaluateOptions {
  /** Index or name of the positive class of two (the last). */
  positive?: number | string;
}

/** Every figure of a classifier from its probabilities [count, classes]. */
export function evaluate(
  _probabilities: ArrayLike<number>,
  _labels: ArrayLike<number>,
  _classes: readonly string[],
  _options: EvaluateOptions = {},
): Evaluation {
  throw new Error('not there yet');
}
