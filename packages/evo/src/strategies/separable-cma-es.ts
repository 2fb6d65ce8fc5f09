import type { CmaEsOptions } from '../cma/cma-options.js';
import { createStrategy } from '../strategy/create-strategy.js';
import type { Strategy } from '../strategy/strategy.js';
import { cmaEs } from './cma-es.js';

export type SeparableCmaEsOptions = Omit<CmaEsOptions, 'covariance' | 'separableAbove'>;

/**
 * CMA-ES with a diagonal covariance: time and memory are linear in the dimension, and one scale a
 * coordinate is learnt (n + 2) / 3 times as fast. It does not learn rotations: on a long narrow
 * valley that lies across the coordinates the full CMA-ES is ahead.
 *
 * Source: Ros and Hansen, "A simple modification in CMA-ES achieving linear time and space
 * complexity", PPSN X, 2008.
 *
 * @example
 * const strategy = createSeparableCmaEs({ start: new Float64Array(18_816), sigma: 0.1 });
 */
export function createSeparableCmaEs(options: SeparableCmaEsOptions): Strategy {
  return createStrategy('cma-es', { ...options, covariance: 'separable' }, cmaEs);
}
