import type { StrategyState } from '../state/strategy-state.js';

/** A point and its objective. */
export interface Solution {
  readonly x: Float64Array;
  readonly value: number;
}

/** Why a strategy finds no use in going on; the rules of each are in its own file. */
export type StopReason =
  | 'tolX'
  | 'tolFun'
  | 'tolXUp'
  | 'equalFunValues'
  | 'stagnation'
  | 'conditionCov'
  | 'noEffectAxis'
  | 'noEffectCoord'
  | 'maxRestarts';

/**
 * A minimiser that does not call the objective: it proposes candidates and is told their values.
 *
 * @example
 * const strategy = createCmaEs({ start: [1, 1], sigma: 0.5 });
 * while (!strategy.stop()) {
 *   strategy.tell(strategy.ask().map((x) => x[0] ** 2 + x[1] ** 2));
 * }
 * strategy.best.value; // below 1e-10
 */
export interface Strategy {
  readonly name: string;
  /** Numbers in a candidate. */
  readonly dimension: number;
  /** Candidates that the next `ask` gives; restarts change it. */
  readonly populationSize: number;
  /** Generations told so far. */
  readonly generation: number;
  /** Candidates told so far. */
  readonly evaluations: number;
  /** The best candidate told so far; before the first, the start with the value Infinity. */
  readonly best: Solution;
  /** The centre of the distribution or the population: under noise often better than `best`. */
  readonly mean: Float64Array;
  /** The overall standard deviation of the distribution or the population. */
  readonly sigma: number;
  /** The longest over the shortest axis of the distribution; of a population, along coordinates. */
  readonly axisRatio: number;
  /** The candidates to evaluate, each [dimension]; the same again until `tell` has been called. */
  ask(): Float64Array[];
  /**
   * The objective's values, in the order of the candidates. Infinity is allowed.
   *
   * @throws RangeError when `ask` was not called, for a wrong number of values, or for NaN.
   */
  tell(values: ArrayLike<number>): void;
  /** The reason to stop, or undefined while it is worth going on; going on stays allowed. */
  stop(): StopReason | undefined;
  /**
   * Puts a point among the candidates of the next `ask`, in the place of one of them.
   *
   * @throws RangeError for a wrong length, a number that is not finite, or a point out of bounds.
   */
  inject(x: ArrayLike<number>): void;
  /** All that `strategyFrom` needs to go on exactly as this strategy would. */
  toJSON(): StrategyState;
}
