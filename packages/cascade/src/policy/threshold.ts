/**
 * How sure a stage must be to answer, from 0 (it always answers) to 1. At `never` it answers nothing: even
 * a confidence of 1 goes on.
 */
export type Threshold = number | 'never';

/** What confidences are held against. */
export function boundOf(threshold: Threshold): number {
  return threshold === 'never' ? Number.POSITIVE_INFINITY : threshold;
}

/** Throws a RangeError unless each is a number from 0 to 1, or `never`. */
export function checkThresholds(thresholds: readonly unknown[], count: number): void {
  if (thresholds.length !== count) {
    throw new RangeError(
      `thresholds must be ${count}, one for each stage but the last, got ${thresholds.length}`,
    );
  }
  for (const threshold of thresholds) {
    if (threshold === 'never') continue;
    if (typeof threshold === 'number' && threshold >= 0 && threshold <= 1) continue;
    const found = typeof threshold === 'number' ? threshold : JSON.stringify(threshold);
    throw new RangeError(`a threshold must be a number from 0 to 1 or "never", got ${found}`);
  }
}
