import { requireChoice } from '../arguments/require-choice.js';
import { requireInteger } from '../arguments/require-integer.js';
import { requireTolerances } from '../arguments/require-tolerances.js';
import { repair } from '../bounds/repair.js';
import type { AlgorithmFactory } from '../strategy/algorithm.js';
import { collapse, type PopulationTolerances } from '../strategy/collapse.js';
import { createStrategy } from '../strategy/create-strategy.js';
import { rank } from '../strategy/rank.js';
import { sampleNormals } from '../strategy/sample-normals.js';
import type { Strategy } from '../strategy/strategy.js';
import type { StrategyOptions } from '../strategy/strategy-options.js';

export interface GaussianEsOptions extends StrategyOptions, PopulationTolerances {
  /** λ (10), at least 2. */
  populationSize?: number;
  /** 'success-rule' (the default) adapts sigma to the share of better candidates; or 'constant'. */
  step?: 'success-rule' | 'constant';
  /** Keep the mean where no candidate is better (false). */
  elitist?: boolean;
  /** Sample in pairs mean + z, mean - z (false). */
  mirrored?: boolean;
}

/**
 * The simplest evolution strategy: candidates are normal around the mean, all coordinates with one
 * sigma; the best of a generation is the mean of the next. The rule for sigma is the success rule of
 * Rechenberg (1973) with the constants of Igel, Hansen and Roth, "Covariance matrix adaptation for
 * multi-objective optimization", Evolutionary Computation 15(1), 2007.
 *
 * Stops for 'tolX' (sigma) and 'tolFun'.
 *
 * @throws RangeError or TypeError for options out of range, in one line.
 *
 * @example
 * const strategy = createGaussianEs({ start: [3, 4], sigma: 1, populationSize: 20 });
 */
export function createGaussianEs(options: GaussianEsOptions): Strategy {
  return createStrategy('gaussian-es', options, gaussianEs);
}

export const gaussianEs: AlgorithmFactory<GaussianEsOptions> = (context) => {
  const { options, space, random, saved } = context;
  const { populationSize = 10, step = 'success-rule' } = options;
  const { elitist = false, mirrored = false } = options;
  requireInteger('populationSize', populationSize, 2);
  requireChoice('step', step, ['success-rule', 'constant']);
  requireTolerances(options);
  const n = space.dimension;
  const lambda = populationSize;
  const target = 1 / (5 + Math.sqrt(lambda) / 2);
  const damping = 1 + n / (2 * lambda);
  let mean = saved?.reals('mean', n) ?? space.start.slice();
  let sigma = saved?.real('sigma') ?? space.sigma;
  let parent = saved?.real('parent') ?? Number.POSITIVE_INFINITY;
  let values = saved?.reals('values') ?? new Float64Array(0);
  let candidates: Float64Array[] = [];
  return {
    populationSize,
    get mean() {
      return mean;
    },
    get sigma() {
      return sigma;
    },
    axisRatio: 1,
    sample(injected) {
      candidates = sampleNormals(random, n, lambda, mirrored).map(
        (z, k) =>
          injected[k] ??
          repair(
            mean.map((m, i) => m + sigma * z[i]),
            space,
          ),
      );
      return candidates;
    },
    update(told) {
      const [best] = rank(told);
      // Nothing is known of the start: the first generation leaves sigma as it is.
      if (step === 'success-rule' && values.length > 0) {
        const success = told.filter((value) => value < parent).length / lambda;
        sigma *= Math.exp((success - target) / (1 - target) / damping);
      }
      if (!elitist || told[best] < parent) {
        mean = candidates[best];
        parent = told[best];
      }
      values = told;
    },
    stop: () => (values.length > 0 ? collapse(sigma, values, space.sigma, options) : undefined),
    state: () => ({ mean, sigma, parent, values }),
  };
};
