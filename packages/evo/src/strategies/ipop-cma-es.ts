import { requireInteger } from '../arguments/require-integer.js';
import type { CmaEsOptions } from '../cma/cma-options.js';
import { cmaSettings } from '../cma/cma-settings.js';
import { restartedAlgorithm } from '../cma/restarted-algorithm.js';
import type { AlgorithmFactory } from '../strategy/algorithm.js';
import { createStrategy } from '../strategy/create-strategy.js';
import type { Strategy } from '../strategy/strategy.js';

export interface IpopCmaEsOptions extends CmaEsOptions {
  /** Runs after the first (9). */
  maxRestarts?: number;
  /** By how much the population grows from run to run (2), at least 1. */
  increase?: number;
}

/**
 * CMA-ES that starts again with twice the population whenever it stops: for objectives with many
 * local minima. A run begins anywhere in the bounds, or around `start` where there are none.
 *
 * Stops for 'maxRestarts'. Source: Auger and Hansen, "A restart CMA evolution strategy with
 * increasing population size", CEC 2005.
 *
 * @example
 * const bounds = { lower: -5, upper: 5 };
 * const strategy = createIpopCmaEs({ start: new Float64Array(10), sigma: 2, bounds });
 */
export function createIpopCmaEs(options: IpopCmaEsOptions): Strategy {
  return createStrategy('ipop-cma-es', options, ipopCmaEs);
}

export const ipopCmaEs: AlgorithmFactory<IpopCmaEsOptions> = (context) => {
  const { options, space, saved } = context;
  const { maxRestarts = 9, increase = 2 } = options;
  requireInteger('maxRestarts', maxRestarts, 0);
  if (!(increase >= 1 && increase < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`increase must be a finite number of at least 1, got ${increase}`);
  }
  const { populationSize } = cmaSettings(options, space.dimension);
  let restarts = saved?.record('policy').real('restarts') ?? 0;
  return restartedAlgorithm(context, {
    count() {},
    next() {
      if (restarts === maxRestarts) return undefined;
      restarts++;
      return {
        populationSize: Math.round(populationSize * increase ** restarts),
        sigma: space.sigma,
        budget: Number.POSITIVE_INFINITY,
      };
    },
    state: () => ({ restarts }),
  });
};
