import type { StateReader } from '../state/state-reader.js';
import type { Covariance } from './covariance.js';

/**
 * A diagonal covariance: all in O(n), the learning rates (n + 2) / 3 times as high (Ros and Hansen,
 * "A simple modification in CMA-ES achieving linear time and space complexity", PPSN X, 2008).
 */
export function separableCovariance(n: number, saved?: StateReader): Covariance {
  const c = saved?.reals('covariance', n) ?? new Float64Array(n).fill(1);
  let axes = c.map(Math.sqrt);
  return {
    get axes() {
      return axes;
    },
    deviations: () => c.map(Math.sqrt),
    sample: (zs) =>
      zs.map((z) => {
        const y = new Float64Array(n);
        for (let i = 0; i < n; i++) y[i] = axes[i] * z[i];
        return y;
      }),
    rotate: (z) => z,
    whiten: (y) => y.map((value, i) => value / axes[i]),
    update(keep, c1, p, weights, ys) {
      const sum = new Float64Array(n);
      for (let i = 0; i < n; i++) sum[i] = keep * c[i] + c1 * p[i] * p[i];
      for (let k = 0; k < ys.length; k++) {
        const y = ys[k];
        for (let i = 0; i < n; i++) sum[i] += weights[k] * y[i] * y[i];
      }
      // Negative weights are bounded in all coordinates together, not in each.
      for (let i = 0; i < n; i++) c[i] = Math.max(sum[i], c[i] / 2);
    },
    refresh() {
      axes = c.map(Math.sqrt);
    },
    state: () => ({ covariance: c }),
  };
}

/** By how much a diagonal covariance may learn faster than a full one. */
export function separableRateFactor(n: number): number {
  return (n + 2) / 3;
}
