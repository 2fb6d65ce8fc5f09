/** Where values lie, without keeping them. */
export interface ValueRange {
  add(values: Float32Array): void;
  /** The ends between which a share of all values lies, half of the rest beyond either. */
  covering(share: number): [low: number, high: number];
}

// Sizes from 2^-40 to 2^40 in 64 steps to a doubling: each end is found to 1 %.
const STEPS = 64;
const LEAST = -40;
const BINS = 80 * STEPS;

/** A histogram of positive and of negative values over the logarithm of their size. */
export function createValueRange(): ValueRange {
  const positive = new Float64Array(BINS);
  const negative = new Float64Array(BINS);
  let count = 0;
  let low = 0;
  let high = 0;

  // The size beyond which no more than so many values of one sign lie.
  const endOf = (histogram: Float64Array, beyond: number): number => {
    let passed = 0;
    for (let bin = BINS - 1; bin >= 0; bin--) {
      passed += histogram[bin];
      if (passed > beyond) return 2 ** (LEAST + (bin + 1) / STEPS);
    }
    return 0;
  };

  return {
    add(values) {
      count += values.length;
      for (const value of values) {
        low = Math.min(low, value);
        high = Math.max(high, value);
        if (value === 0) continue;
        const bin = Math.floor((Math.log2(Math.abs(value)) - LEAST) * STEPS);
        const place = Math.max(0, Math.min(BINS - 1, bin));
        (value > 0 ? positive : negative)[place]++;
      }
    },
    covering(share) {
      if (share === 1) return [low, high];
      const beyond = (count * (1 - share)) / 2;
      return [Math.max(low, -endOf(negative, beyond)), Math.min(high, endOf(positive, beyond))];
    },
  };
}
