import type { SearchSpace } from '../bounds/search-space.js';
import { requireChoice } from './require-choice.js';

/** Throws unless `initial` is 'normal', or 'uniform' in a finite box. */
export function requireInitial(initial: string, { box, dimension }: SearchSpace): void {
  requireChoice('initial', initial, ['normal', 'uniform']);
  if (initial === 'normal') return;
  for (let i = 0; i < dimension; i++) {
    if (!box || !Number.isFinite(box.upper[i] - box.lower[i])) {
      throw new RangeError(
        `initial: 'uniform' needs finite bounds, got none at coordinate ${i}; set bounds or use 'normal'`,
      );
    }
  }
}
