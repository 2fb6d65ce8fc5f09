import { rank } from '../strategy/rank.js';

/** How values become weights of the directions they were found in. */
export type FitnessShaping = 'centered-ranks' | 'utilities' | 'standardised';

/**
 * Weights [λ] that sum to 0, the highest for the smallest value. 'centered-ranks': from 1/2 down to
 * -1/2 (Salimans et al. 2017). 'utilities': logarithmic, the worse half level (Wierstra et al.,
 * "Natural evolution strategies", JMLR 15, 2014, section 3.1). 'standardised': (mean - value) /
 * deviation, which keeps distances but not their order of magnitude.
 */
export function shapeFitness(values: Float64Array, shaping: FitnessShaping): Float64Array {
  if (shaping === 'standardised') return standardise(values);
  const lambda = values.length;
  const order = rank(values);
  const byRank = new Float64Array(lambda);
  if (shaping === 'centered-ranks') {
    for (let k = 0; k < lambda; k++) byRank[k] = 0.5 - k / (lambda - 1);
  } else {
    for (let k = 0; k < lambda; k++) {
      byRank[k] = Math.max(0, Math.log(lambda / 2 + 1) - Math.log(k + 1));
    }
    const total = byRank.reduce((sum, value) => sum + value, 0);
    for (let k = 0; k < lambda; k++) byRank[k] = byRank[k] / total - 1 / lambda;
  }
  const weights = new Float64Array(lambda);
  for (let k = 0; k < lambda; k++) weights[order[k]] = byRank[k];
  return levelTies(weights, values, order);
}

/** Equal values get the mean of their weights. */
function levelTies(
  weights: Float64Array,
  values: Float64Array,
  order: readonly number[],
): Float64Array {
  for (let first = 0; first < order.length; ) {
    let end = first;
    let sum = 0;
    while (end < order.length && values[order[end]] === values[order[first]]) {
      sum += weights[order[end++]];
    }
    for (let k = first; k < end; k++) weights[order[k]] = sum / (end - first);
    first = end;
  }
  return weights;
}

function standardise(values: Float64Array): Float64Array {
  const finite = values.filter(Number.isFinite);
  const worst = finite.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const best = finite.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  if (finite.length === 0) return new Float64Array(values.length);
  // An infinite value counts as the last finite one on its side.
  const clipped = values.map((value) => Math.min(Math.max(value, best), worst));
  const mean = clipped.reduce((sum, value) => sum + value, 0) / clipped.length;
  const variance = clipped.reduce((sum, value) => sum + (value - mean) ** 2, 0) / clipped.length;
  return clipped.map((value) => (variance > 0 ? (mean - value) / Math.sqrt(variance) : 0));
}
