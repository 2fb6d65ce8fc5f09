/** How well one class is found. */
export interface ClassScores {
  /** Of the samples called so, the share that are; 0 where none was. */
  readonly precision: number;
  /** Of the samples that are, the share called so; 0 where there are none. */
  readonly recall: number;
  /** Harmonic mean of the two; 0 where both are. */
  readonly f1: number;
  /** Samples of this class. */
  readonly support: number;
}

/**
 * Precision, recall and F1 of each class from a confusion matrix [actual][predicted].
 *
 * @example
 * classScores([[1, 1], [0, 1]])[1]; // { precision: 0.5, recall: 1, f1: 0.667, support: 1 }
 */
export function classScores(confusion: readonly (readonly number[])[]): ClassScores[] {
  return confusion.map((row, own) => {
    const hits = row[own];
    const support = row.reduce((sum, count) => sum + count, 0);
    const called = confusion.reduce((sum, other) => sum + other[own], 0);
    return {
      precision: called === 0 ? 0 : hits / called,
      recall: support === 0 ? 0 : hits / support,
      f1: called + support === 0 ? 0 : (2 * hits) / (called + support),
      support,
    };
  });
}
