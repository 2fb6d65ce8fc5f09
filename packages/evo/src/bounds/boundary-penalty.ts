import type { StateReader } from '../state/state-reader.js';
import { median, quantile } from './quantile.js';
import { repair } from './repair.js';
import type { SearchSpace } from './search-space.js';

/** What the penalty asks of the distribution of the generation that is being told. */
export interface SampledGeneration {
  readonly values: Float64Array;
  /** As sampled, before the repair. */
  readonly points: readonly Float64Array[];
  readonly mean: Float64Array;
  /** σ √C_ii of each coordinate. */
  readonly deviations: Float64Array;
  readonly muEff: number;
}

/** Adds to each value the distance of its point from the box, weighed coordinate by coordinate. */
export interface BoundaryPenalty {
  penalise(generation: SampledGeneration): Float64Array;
  state(): Record<string, unknown>;
}

/**
 * The adaptive penalty for bounds (Hansen, Niederberger, Guzzella and Koumoutsakos, "A method for
 * handling uncertainty in evolutionary optimization with an application to feedback control of
 * combustion", IEEE Transactions on Evolutionary Computation 13(1), 2009): the
 * objective sees repaired points, the distribution sees what the repair cost.
 */
export function boundaryPenalty(space: SearchSpace, saved?: StateReader): BoundaryPenalty {
  const n = space.dimension;
  /** γ */
  const weights = saved?.reals('weights', n) ?? new Float64Array(n);
  let ranges = saved?.reals('ranges') ?? new Float64Array(0);
  let isSet = saved?.flag('isSet') ?? false;

  function adapt({ values, mean, deviations, muEff }: SampledGeneration): void {
    const range = quantile(values, 0.75) - quantile(values, 0.25);
    if (Number.isFinite(range) && range > 0) {
      ranges = Float64Array.of(...ranges, range).slice(-Math.ceil(20 + (3 * n) / values.length));
    }
    const repaired = repair(mean, space);
    const outside = mean.map((m, i) => Math.abs(m - repaired[i]));
    if (outside.every((distance) => distance === 0) || ranges.length === 0) return;
    if (!isSet) {
      const variance = deviations.reduce((sum, s) => sum + s * s, 0) / n;
      weights.fill((2 * median(ranges)) / variance);
      isSet = true;
    }
    for (let i = 0; i < n; i++) {
      const far = 3 * deviations[i] * Math.max(1, Math.sqrt(n) / muEff);
      if (outside[i] > far) weights[i] *= 1.1 ** Math.max(1, muEff / (10 * n));
    }
  }

  return {
    penalise(generation) {
      adapt(generation);
      const { values, points, deviations } = generation;
      if (!isSet) return values.slice();
      const logs = deviations.map((s) => 2 * Math.log(s));
      const meanLog = logs.reduce((sum, value) => sum + value, 0) / n;
      /** ξ: a coordinate with a long axis may stray further. */
      const scale = logs.map((value) => Math.exp(0.9 * (value - meanLog)));
      return values.map((value, k) => {
        const repaired = repair(points[k], space);
        let penalty = 0;
        for (let i = 0; i < n; i++) {
          penalty += (weights[i] * (repaired[i] - points[k][i]) ** 2) / scale[i];
        }
        return value + penalty / n;
      });
    },
    state: () => ({ weights, ranges, isSet }),
  };
}
