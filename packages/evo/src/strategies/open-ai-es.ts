import { requireChoice } from '../arguments/require-choice.js';
import { requireInteger } from '../arguments/require-integer.js';
import { requirePositive } from '../arguments/require-positive.js';
import { requireWithin } from '../arguments/require-within.js';
import { repair } from '../bounds/repair.js';
import { adam } from '../gradient/adam.js';
import { type FitnessShaping, shapeFitness } from '../gradient/fitness-shaping.js';
import { momentum } from '../gradient/momentum.js';
import type { AlgorithmFactory } from '../strategy/algorithm.js';
import { createStrategy } from '../strategy/create-strategy.js';
import { lengthOf } from '../strategy/length-of.js';
import { sampleNormals } from '../strategy/sample-normals.js';
import type { Strategy } from '../strategy/strategy.js';
import type { StrategyOptions } from '../strategy/strategy-options.js';

export interface OpenAiEsOptions extends StrategyOptions {
  /** λ (4 + ⌊3 ln n⌋, made even), at least 2. */
  populationSize?: number;
  /** The first learning rate (sigma / 10 with 'adam', sigma² with 'momentum'). */
  learningRate?: number;
  /** ('adam') */
  optimizer?: 'adam' | 'momentum';
  /** ('centered-ranks') */
  shaping?: FitnessShaping;
  /** Pairs mean + z, mean - z (true). */
  mirrored?: boolean;
  /** Pull towards 0: this share of the mean is added to the gradient (0). */
  weightDecay?: number;
  /** Factor of sigma and of the learning rate from generation to generation (1). */
  decay?: number;
}

/**
 * OpenAI-ES: estimates the gradient of the smoothed objective from random directions and follows it
 * with Adam. All is linear in the dimension, and large populations pay off: for thousands of
 * dimensions and many threads. Sigma does not adapt, so the end is as near as sigma and the learning
 * rate are small; `decay` makes them smaller. It does not stop by itself.
 *
 * Source: Salimans, Ho, Chen, Sidor and Sutskever, "Evolution strategies as a scalable alternative
 * to reinforcement learning", arXiv:1703.03864, 2017 (algorithm 1 and section 2.1).
 *
 * @throws RangeError or TypeError for options out of range, in one line.
 *
 * @example
 * const start = new Float64Array(10_000);
 * const strategy = createOpenAiEs({ start, sigma: 0.05, populationSize: 200, decay: 0.999 });
 */
export function createOpenAiEs(options: OpenAiEsOptions): Strategy {
  return createStrategy('open-ai-es', options, openAiEs);
}

export const openAiEs: AlgorithmFactory<OpenAiEsOptions> = (context) => {
  const { options, space, random, saved } = context;
  const n = space.dimension;
  const { populationSize = 2 * Math.ceil(2 + 1.5 * Math.log(n)), mirrored = true } = options;
  const { optimizer = 'adam', shaping = 'centered-ranks', weightDecay = 0, decay = 1 } = options;
  const { learningRate = optimizer === 'adam' ? space.sigma / 10 : space.sigma ** 2 } = options;
  requireInteger('populationSize', populationSize, 2);
  requirePositive('learningRate', learningRate);
  requireChoice('optimizer', optimizer, ['adam', 'momentum']);
  requireChoice('shaping', shaping, ['centered-ranks', 'utilities', 'standardised']);
  requireWithin('weightDecay', weightDecay, 0, Number.POSITIVE_INFINITY);
  requirePositive('decay', decay);
  const lambda = populationSize;
  const createOptimizer = optimizer === 'adam' ? adam : momentum;
  const descent = createOptimizer(n, saved?.record('optimizer'));
  let theta = saved?.reals('mean', n) ?? space.start.slice();
  let sigma = saved?.real('sigma') ?? space.sigma;
  let alpha = saved?.real('learningRate') ?? learningRate;
  let epsilons: Float64Array[] = [];

  /** The direction of an injected point, no longer than a sampled one. */
  function directionTo(x: Float64Array): Float64Array {
    const epsilon = x.map((value, i) => (value - theta[i]) / sigma);
    const shrink = Math.min(1, Math.sqrt(n) / lengthOf(epsilon));
    return epsilon.map((value) => value * shrink);
  }

  return {
    populationSize,
    get mean() {
      return theta;
    },
    get sigma() {
      return sigma;
    },
    axisRatio: 1,
    sample(injected) {
      const candidates: Float64Array[] = [];
      epsilons = sampleNormals(random, n, lambda, mirrored).map((z, k) => {
        const x =
          injected[k] ??
          repair(
            z.map((value, i) => theta[i] + sigma * value),
            space,
          );
        candidates.push(x);
        return injected[k] ? directionTo(x) : z;
      });
      return candidates;
    },
    update(values) {
      const weights = shapeFitness(values, shaping);
      const gradient = theta.map((value) => weightDecay * value);
      for (let k = 0; k < lambda; k++) {
        const factor = weights[k] / (lambda * sigma);
        for (let i = 0; i < n; i++) gradient[i] -= factor * epsilons[k][i];
      }
      const step = descent.step(gradient, alpha);
      theta = repair(
        theta.map((value, i) => value - step[i]),
        space,
      );
      sigma *= decay;
      alpha *= decay;
    },
    stop: () => undefined,
    state: () => ({ mean: theta, sigma, learningRate: alpha, optimizer: descent.state() }),
  };
};
