import { requireInteger } from '../arguments/require-integer.js';
import { requireWithin } from '../arguments/require-within.js';
import type { Crossover } from './operators.js';

/**
 * The parents change places at `points` (1) random cuts.
 *
 * @throws RangeError when `points` is no integer of at least 1.
 *
 * @example
 * createGeneticAlgorithm({ start, sigma, crossover: pointCrossover({ points: 2 }) });
 */
export function pointCrossover({ points = 1 }: { points?: number } = {}): Crossover & {
  points: number;
} {
  requireInteger('points', points, 1);
  return {
    name: 'point',
    points,
    cross(a, b, random) {
      const cuts = Array.from({ length: points }, () => 1 + random.integer(a.length));
      const swapped = (i: number): boolean => cuts.filter((cut) => cut <= i).length % 2 === 1;
      return [
        a.map((value, i) => (swapped(i) ? b[i] : value)),
        b.map((value, i) => (swapped(i) ? a[i] : value)),
      ];
    },
  };
}

/**
 * Each coordinate changes places with the likelihood `rate` (0.5).
 *
 * @throws RangeError when `rate` is not from 0 to 1.
 *
 * @example
 * createGeneticAlgorithm({ start, sigma, crossover: uniformCrossover() });
 */
export function uniformCrossover({ rate = 0.5 }: { rate?: number } = {}): Crossover & {
  rate: number;
} {
  requireWithin('rate', rate, 0, 1);
  return {
    name: 'uniform',
    rate,
    cross(a, b, random) {
      const swapped = Array.from(a, () => random.uniform() < rate);
      return [
        a.map((value, i) => (swapped[i] ? b[i] : value)),
        b.map((value, i) => (swapped[i] ? a[i] : value)),
      ];
    },
  };
}

/**
 * BLX-α: each coordinate uniform between the parents and `alpha` (0.5) of their distance beyond
 * (Eshelman and Schaffer, "Real-coded genetic algorithms and interval-schemata", FOGA 2, 1993).
 *
 * @throws RangeError when `alpha` is below 0.
 *
 * @example
 * createGeneticAlgorithm({ start, sigma, crossover: blendCrossover({ alpha: 0.3 }) });
 */
export function blendCrossover({ alpha = 0.5 }: { alpha?: number } = {}): Crossover & {
  alpha: number;
} {
  requireWithin('alpha', alpha, 0, Number.POSITIVE_INFINITY);
  return {
    name: 'blend',
    alpha,
    cross(a, b, random) {
      const child = (): Float64Array =>
        a.map((value, i) => value + ((1 + 2 * alpha) * random.uniform() - alpha) * (b[i] - value));
      return [child(), child()];
    },
  };
}

/**
 * Simulated binary crossover: the children as near to the parents as one-point crossover of binary
 * numbers would have them; the larger `eta` (2), the nearer (Deb and Agrawal, "Simulated binary
 * crossover for continuous search space", Complex Systems 9, 1995).
 *
 * @throws RangeError when `eta` is below 0.
 *
 * @example
 * createGeneticAlgorithm({ start, sigma, crossover: simulatedBinaryCrossover() });
 */
export function simulatedBinaryCrossover({ eta = 2 }: { eta?: number } = {}): Crossover & {
  eta: number;
} {
  requireWithin('eta', eta, 0, Number.POSITIVE_INFINITY);
  return {
    name: 'simulated-binary',
    eta,
    cross(a, b, random) {
      const beta = a.map(() => {
        const u = random.uniform();
        return (u <= 0.5 ? 2 * u : 1 / (2 - 2 * u)) ** (1 / (eta + 1));
      });
      const near = a.map((value, i) => ((1 + beta[i]) * value + (1 - beta[i]) * b[i]) / 2);
      const far = a.map((value, i) => ((1 - beta[i]) * value + (1 + beta[i]) * b[i]) / 2);
      return [near, far];
    },
  };
}
