/** The mean of some numbers and how far they spread. */
export interface Summary {
  readonly mean: number;
  /** The sample's standard deviation, n − 1 below; 0 for one number. */
  readonly deviation: number;
  readonly count: number;
}

/** @throws RangeError when there is no number. */
export function summarise(values: readonly number[]): Summary {
  const count = values.length;
  if (count === 0) throw new RangeError('summarise needs at least one number, got none');
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: count === 1 ? 0 : Math.sqrt(squares / (count - 1)), count };
}
