import { requireChoice } from '../arguments/require-choice.js';
import { requireInteger } from '../arguments/require-integer.js';
import { requireWithin } from '../arguments/require-within.js';
import type { CmaEsOptions } from './cma-options.js';

/** The options that depend on the dimension, filled in. */
export interface CmaSettings {
  readonly populationSize: number;
  readonly separable: boolean;
}

/** @throws RangeError or TypeError for an option out of its range. */
export function cmaSettings(options: CmaEsOptions, dimension: number): CmaSettings {
  const {
    populationSize = 4 + Math.floor(3 * Math.log(dimension)),
    covariance = 'auto',
    separableAbove = 200,
  } = options;
  requireInteger('populationSize', populationSize, 2);
  requireChoice('covariance', covariance, ['auto', 'full', 'separable']);
  for (const name of ['separableAbove', 'tolX', 'tolFun', 'tolXUp', 'conditionCov'] as const) {
    const value = options[name];
    if (value !== undefined) requireWithin(name, value, 0, Number.POSITIVE_INFINITY);
  }
  const separable = covariance === 'separable' || dimension > separableAbove;
  return { populationSize, separable: covariance !== 'full' && separable };
}
