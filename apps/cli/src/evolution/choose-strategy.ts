import {
  createBipopCmaEs,
  createCmaEs,
  createGaussianEs,
  createGeneticAlgorithm,
  createIpopCmaEs,
  createOpenAiEs,
  createParticleSwarm,
  createSeparableCmaEs,
  type Strategy,
} from '@sig/evo';
import type { EvolveCommandOptions } from '../options/evolve-options.js';

const strategies = {
  cma: createCmaEs,
  'sep-cma': createSeparableCmaEs,
  'ipop-cma': createIpopCmaEs,
  'bipop-cma': createBipopCmaEs,
  pso: createParticleSwarm,
  ga: createGeneticAlgorithm,
  es: createGaussianEs,
  openai: createOpenAiEs,
} as const;

export type StrategyName = keyof typeof strategies;

export const strategyNames = Object.keys(strategies) as readonly StrategyName[];

/** Makes the strategy of each filter or layer, from its weights and a seed. */
export function chooseStrategy({
  strategy,
  population,
  sigma,
  bounds,
}: Pick<EvolveCommandOptions, 'strategy' | 'population' | 'sigma' | 'bounds'>): (
  start: Float64Array,
  seed: number,
) => Strategy {
  const create = strategies[strategy];
  return (start, seed) =>
    create({
      // Weights that lie outside of the bounds begin at them.
      start: bounds ? start.map((value) => within(value, bounds)) : start,
      sigma: sigma ?? (deviationOf(start) / 2 || 0.1),
      bounds,
      seed,
      ...(population !== undefined && { populationSize: population }),
    });
}

function within(value: number, { lower, upper }: { lower: number; upper: number }): number {
  return Math.min(upper, Math.max(lower, value));
}

function deviationOf(weights: Float64Array): number {
  return Math.sqrt(weights.reduce((sum, value) => sum + value * value, 0) / weights.length);
}
