import { requireInteger } from '../arguments/require-integer.js';
import type { CmaEsOptions } from '../cma/cma-options.js';
import { cmaSettings } from '../cma/cma-settings.js';
import { restartedAlgorithm } from '../cma/restarted-algorithm.js';
import type { AlgorithmFactory } from '../strategy/algorithm.js';
import { createStrategy } from '../strategy/create-strategy.js';
import type { Strategy } from '../strategy/strategy.js';

export interface BipopCmaEsOptions extends CmaEsOptions {
  /** Runs with a doubled population (9); those with a small one do not count. */
  maxRestarts?: number;
}

/**
 * CMA-ES that starts again in two ways in turn, by the evaluations each has used: with the
 * population doubled, and with a small one and a small first step. For objectives of which it is
 * not known whether their local minima form a larger shape.
 *
 * Stops for 'maxRestarts'. Source: Hansen, "Benchmarking a BI-population CMA-ES on the BBOB-2009
 * function testbed", GECCO 2009.
 *
 * @example
 * const bounds = { lower: -5, upper: 5 };
 * const strategy = createBipopCmaEs({ start: new Float64Array(10), sigma: 2, bounds });
 */
export function createBipopCmaEs(options: BipopCmaEsOptions): Strategy {
  return createStrategy('bipop-cma-es', options, bipopCmaEs);
}

export const bipopCmaEs: AlgorithmFactory<BipopCmaEsOptions> = (context) => {
  const { options, space, random } = context;
  const { maxRestarts = 9 } = options;
  requireInteger('maxRestarts', maxRestarts, 0);
  const { populationSize } = cmaSettings(options, space.dimension);
  const saved = context.saved?.record('policy');
  let restarts = saved?.real('restarts') ?? 0;
  let isLarge = saved?.flag('isLarge') ?? true;
  /** Evaluations of the runs with a small population, of the others, and of the last of those. */
  let small = saved?.real('small') ?? 0;
  let large = saved?.real('large') ?? 0;
  let lastLarge = saved?.real('lastLarge') ?? 0;

  return restartedAlgorithm(context, {
    count(evaluations) {
      if (!isLarge) {
        small += evaluations;
        return;
      }
      large += evaluations;
      lastLarge += evaluations;
    },
    next() {
      isLarge = restarts === 0 || small >= large;
      if (isLarge) {
        if (restarts >= maxRestarts) return undefined;
        restarts++;
        lastLarge = 0;
        const budget = Number.POSITIVE_INFINITY;
        return { populationSize: populationSize * 2 ** restarts, sigma: space.sigma, budget };
      }
      const exponent = random.uniform() ** 2;
      return {
        populationSize: Math.floor(populationSize * (2 ** restarts / 2) ** exponent),
        sigma: space.sigma * 10 ** (-2 * random.uniform()),
        budget: lastLarge / 2,
      };
    },
    state: () => ({ restarts, isLarge, small, large, lastLarge }),
  });
};
