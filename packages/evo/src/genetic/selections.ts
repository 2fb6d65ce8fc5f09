import { requireInteger } from '../arguments/require-integer.js';
import { requireWithin } from '../arguments/require-within.js';
import type { Selection } from './operators.js';

/**
 * The best of `size` (2) members drawn at random, with replacement.
 *
 * @throws RangeError when `size` is no integer of at least 1.
 *
 * @example
 * createGeneticAlgorithm({ start, sigma, selection: tournamentSelection({ size: 4 }) });
 */
export function tournamentSelection({ size = 2 }: { size?: number } = {}): Selection & {
  size: number;
} {
  requireInteger('size', size, 1);
  return {
    name: 'tournament',
    size,
    select(count, random) {
      let best = count;
      for (let k = 0; k < size; k++) best = Math.min(best, random.integer(count));
      return best;
    },
  };
}

/**
 * Linear ranking: the best is `pressure` (1.5, from 1 to 2) times as likely as the average member
 * (Baker, "Adaptive selection methods for genetic algorithms", ICGA 1985).
 *
 * @throws RangeError when `pressure` is not from 1 to 2.
 *
 * @example
 * createGeneticAlgorithm({ start, sigma, selection: rankSelection({ pressure: 2 }) });
 */
export function rankSelection({ pressure = 1.5 }: { pressure?: number } = {}): Selection & {
  pressure: number;
} {
  requireWithin('pressure', pressure, 1, 2);
  return {
    name: 'rank',
    pressure,
    select(count, random) {
      // Accepted with a likelihood that falls linearly with the rank.
      for (;;) {
        const at = random.integer(count);
        const chance = pressure - ((2 * pressure - 2) * at) / Math.max(1, count - 1);
        if (random.uniform() * pressure < chance) return at;
      }
    },
  };
}

/**
 * Any of the best `share` (0.5) of the population.
 *
 * @throws RangeError when `share` is not from 0 to 1.
 *
 * @example
 * createGeneticAlgorithm({ start, sigma, selection: truncationSelection({ share: 0.2 }) });
 */
export function truncationSelection({ share = 0.5 }: { share?: number } = {}): Selection & {
  share: number;
} {
  requireWithin('share', share, 0, 1);
  return {
    name: 'truncation',
    share,
    select: (count, random) => random.integer(Math.max(1, Math.round(share * count))),
  };
}
