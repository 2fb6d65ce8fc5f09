import { requirePositive } from '../arguments/require-positive.js';
import type { StrategyOptions } from '../strategy/strategy-options.js';

/** The start, the first step and the box of a search, checked. */
export interface SearchSpace {
  readonly dimension: number;
  readonly start: Float64Array;
  readonly sigma: number;
  /** [dimension], or undefined where nothing is bounded. */
  readonly box: { readonly lower: Float64Array; readonly upper: Float64Array } | undefined;
  /** The point as float64, or a RangeError that calls it `name`. */
  require(x: ArrayLike<number>, name: string): Float64Array;
}

/** @throws RangeError or TypeError for a start, a sigma or bounds that make no sense together. */
export function createSearchSpace(options: StrategyOptions): SearchSpace {
  const { start, sigma, bounds } = options;
  requireArray(start, 'start');
  const dimension = start.length;
  if (dimension < 1) throw new RangeError('start must hold at least one number, got none');
  requirePositive('sigma', sigma);
  const box = bounds && {
    lower: fillBound('lower', bounds.lower, dimension),
    upper: fillBound('upper', bounds.upper, dimension),
  };
  for (let i = 0; box && i < dimension; i++) {
    if (!(box.lower[i] < box.upper[i])) {
      throw new RangeError(
        `bounds.lower must be below bounds.upper, got ${box.lower[i]} and ${box.upper[i]} at coordinate ${i}`,
      );
    }
  }
  const require = (x: ArrayLike<number>, name: string): Float64Array => {
    requireArray(x, name);
    if (x.length !== dimension) {
      throw new RangeError(`${name} must hold ${dimension} numbers, got ${x.length}`);
    }
    for (let i = 0; i < dimension; i++) {
      if (!Number.isFinite(x[i])) {
        throw new RangeError(`${name} must hold finite numbers, got ${x[i]} at coordinate ${i}`);
      }
      if (box && (x[i] < box.lower[i] || x[i] > box.upper[i])) {
        throw new RangeError(
          `${name} must lie within the bounds ${box.lower[i]} to ${box.upper[i]}, got ${x[i]} at coordinate ${i}`,
        );
      }
    }
    return Float64Array.from(x);
  };
  return { dimension, start: require(start, 'start'), sigma, box, require };
}

function fillBound(
  name: string,
  bound: number | ArrayLike<number>,
  dimension: number,
): Float64Array {
  if (typeof bound === 'number') return new Float64Array(dimension).fill(bound);
  requireArray(bound, `bounds.${name}`);
  if (bound.length !== dimension) {
    throw new RangeError(`bounds.${name} must hold ${dimension} numbers, got ${bound.length}`);
  }
  return Float64Array.from(bound);
}

function requireArray(value: unknown, name: string): void {
  if (typeof value !== 'object' || value === null || !('length' in value)) {
    throw new TypeError(`${name} must be an array of numbers, got ${String(value)}`);
  }
}
