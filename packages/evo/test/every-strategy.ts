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
  type StrategyOptions,
} from '../src/index.js';

type Options = StrategyOptions & { populationSize?: number };

/** A strategy of each kind, by name. */
export const everyStrategy: Readonly<Record<string, (options: Options) => Strategy>> = {
  'CMA-ES': createCmaEs,
  'mirrored CMA-ES': (options) => createCmaEs({ ...options, mirrored: true }),
  'separable CMA-ES': createSeparableCmaEs,
  'IPOP-CMA-ES': createIpopCmaEs,
  'BIPOP-CMA-ES': createBipopCmaEs,
  'original particle swarm': (options) =>
    createParticleSwarm({ ...options, variant: 'original', topology: 'ring' }),
  'particle swarm with inertia': (options) =>
    createParticleSwarm({
      ...options,
      variant: 'inertia',
      inertia: { from: 0.9, to: 0.4, generations: 50 },
    }),
  'particle swarm with constriction': createParticleSwarm,
  'genetic algorithm': createGeneticAlgorithm,
  'Gaussian ES': createGaussianEs,
  'OpenAI-ES': createOpenAiEs,
  'OpenAI-ES with momentum': (options) => createOpenAiEs({ ...options, optimizer: 'momentum' }),
};
