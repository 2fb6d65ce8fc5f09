import { cmaEsAlgorithm } from '../cma/cma-es-algorithm.js';
import type { CmaEsOptions } from '../cma/cma-options.js';
import { cmaSettings } from '../cma/cma-settings.js';
import type { AlgorithmFactory } from '../strategy/algorithm.js';
import { createStrategy } from '../strategy/create-strategy.js';
import type { Strategy } from '../strategy/strategy.js';

/**
 * CMA-ES with active update: the strategy to try first, up to some hundred dimensions; above
 * `separableAbove` it becomes its separable variant by itself.
 *
 * Stops for 'tolX', 'tolFun', 'tolXUp', 'equalFunValues', 'stagnation', 'conditionCov',
 * 'noEffectAxis' and 'noEffectCoord'. Bounds by repair with an adaptive penalty.
 *
 * Source: Hansen, "The CMA Evolution Strategy: A Tutorial", arXiv:1604.00772v2, 2023.
 *
 * @throws RangeError or TypeError for options out of range, in one line.
 *
 * @example
 * const strategy = createCmaEs({ start: [0, 0], sigma: 0.5, seed: 1 });
 * const { x } = minimizeSync(([a, b]) => (a - 1) ** 2 + (b + 2) ** 2, strategy);
 * x; // about [1, -2]
 */
export function createCmaEs(options: CmaEsOptions): Strategy {
  return createStrategy('cma-es', options, cmaEs);
}

export const cmaEs: AlgorithmFactory<CmaEsOptions> = (context) => {
  const { populationSize, separable } = cmaSettings(context.options, context.space.dimension);
  return cmaEsAlgorithm(context, populationSize, separable);
};
