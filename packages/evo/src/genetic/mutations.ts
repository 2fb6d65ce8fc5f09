import { requirePositive } from '../arguments/require-positive.js';
import { requireWithin } from '../arguments/require-within.js';
import type { Mutation } from './operators.js';

export interface GaussianMutationOptions {
  /** The likelihood of each coordinate (1 / dimension). */
  rate?: number;
  /** The deviation of the step as a multiple of the parents' deviation in the coordinate (1). */
  scale?: number;
  /** A fixed deviation instead. */
  step?: number;
}

/**
 * Adds a normal step, which by default gets smaller as the population gathers.
 *
 * @throws RangeError when `rate` is not from 0 to 1, `scale` below 0 or `step` not above 0.
 *
 * @example
 * createGeneticAlgorithm({ start, sigma, mutation: gaussianMutation({ rate: 0.1 }) });
 */
export function gaussianMutation(
  options: GaussianMutationOptions = {},
): Mutation & GaussianMutationOptions {
  const { rate, scale = 1, step } = options;
  if (rate !== undefined) requireWithin('rate', rate, 0, 1);
  if (step !== undefined) requirePositive('step', step);
  requireWithin('scale', scale, 0, Number.POSITIVE_INFINITY);
  return {
    name: 'gaussian',
    rate,
    scale,
    step,
    mutate(x, { random, deviations }) {
      const likelihood = rate ?? 1 / x.length;
      return x.map((value, i) => {
        if (random.uniform() >= likelihood) return value;
        return value + (step ?? scale * deviations[i]) * random.gaussian();
      });
    },
  };
}

/**
 * Draws a coordinate anew: uniform in finite bounds, otherwise normal around the start.
 *
 * @throws RangeError when `rate` is not from 0 to 1.
 *
 * @example
 * createGeneticAlgorithm({ start, sigma, mutation: resetMutation({ rate: 0.01 }) });
 */
export function resetMutation({ rate }: { rate?: number } = {}): Mutation & { rate?: number } {
  if (rate !== undefined) requireWithin('rate', rate, 0, 1);
  return {
    name: 'reset',
    rate,
    mutate(x, { random, space: { start, sigma, box } }) {
      const likelihood = rate ?? 1 / x.length;
      return x.map((value, i) => {
        if (random.uniform() >= likelihood) return value;
        const range = box ? box.upper[i] - box.lower[i] : Number.POSITIVE_INFINITY;
        if (box && Number.isFinite(range)) return box.lower[i] + range * random.uniform();
        return start[i] + sigma * random.gaussian();
      });
    },
  };
}
