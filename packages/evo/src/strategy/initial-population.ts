import { repair } from '../bounds/repair.js';
import type { SearchSpace } from '../bounds/search-space.js';
import type { Random } from '../random/create-random.js';

/** Where the members of a first population lie. */
export type InitialPopulation = 'normal' | 'uniform';

/**
 * The start and `count - 1` points around it: normal with the deviation sigma, or uniform in the
 * box.
 *
 * @throws RangeError for 'uniform' without finite bounds.
 */
export function initialPopulation(
  space: SearchSpace,
  count: number,
  initial: InitialPopulation,
  random: Random,
): Float64Array[] {
  return Array.from({ length: count }, (_, k) => {
    if (k === 0) return space.start.slice();
    return repair(
      space.start.map((value, i) => {
        if (initial === 'normal' || !space.box) return value + space.sigma * random.gaussian();
        const { lower, upper } = space.box;
        return lower[i] + (upper[i] - lower[i]) * random.uniform();
      }),
      space,
    );
  });
}
