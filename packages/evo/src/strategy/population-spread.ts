/** A population's centre and its width. */
export interface PopulationSpread {
  readonly mean: Float64Array;
  /** The standard deviation of each coordinate. */
  readonly deviations: Float64Array;
  /** The root of the mean variance of the coordinates. */
  readonly sigma: number;
  /** The largest over the smallest standard deviation of a coordinate. */
  readonly axisRatio: number;
}

/** The spread of points of one length, at least one of them. */
export function populationSpread(points: readonly Float64Array[]): PopulationSpread {
  const n = points[0].length;
  const mean = new Float64Array(n);
  const variance = new Float64Array(n);
  for (const x of points) for (let i = 0; i < n; i++) mean[i] += x[i] / points.length;
  for (const x of points) {
    for (let i = 0; i < n; i++) variance[i] += (x[i] - mean[i]) ** 2 / points.length;
  }
  let total = 0;
  let largest = 0;
  let smallest = Number.POSITIVE_INFINITY;
  for (const value of variance) {
    total += value;
    largest = Math.max(largest, value);
    smallest = Math.min(smallest, value);
  }
  const axisRatio = largest === 0 ? 1 : Math.sqrt(largest / smallest);
  return { mean, deviations: variance.map(Math.sqrt), sigma: Math.sqrt(total / n), axisRatio };
}
