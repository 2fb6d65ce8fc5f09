import type { StrategyOptions } from '../strategy/strategy-options.js';

/** When CMA-ES stops by itself; a tolerance of 0 (or Infinity for those above 1) turns a rule off. */
export interface CmaTolerances {
  /** Steps in every coordinate below this (1e-12 sigma). */
  tolX?: number;
  /** The values of the last generations and the bests before them within this (1e-12). */
  tolFun?: number;
  /** The longest axis this many times as long as at first (1e4). */
  tolXUp?: number;
  /** The largest over the smallest eigenvalue (1e14). */
  conditionCov?: number;
}

export interface CmaEsOptions extends StrategyOptions, CmaTolerances {
  /** λ (4 + ⌊3 ln n⌋), at least 2. */
  populationSize?: number;
  /**
   * 'full' learns all dependencies in O(n²) a candidate, 'separable' one scale a coordinate in
   * O(n); 'auto' (the default) is full up to `separableAbove` dimensions.
   */
  covariance?: 'auto' | 'full' | 'separable';
  /** (200) */
  separableAbove?: number;
  /** Learn from the worse half as well (true); without effect on mirrored samples. */
  active?: boolean;
  /** Sample in pairs z and -z, of which only the better is selected (false). */
  mirrored?: boolean;
}
