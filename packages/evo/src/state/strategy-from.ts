import type { CmaEsOptions } from '../cma/cma-options.js';
import { type BipopCmaEsOptions, bipopCmaEs } from '../strategies/bipop-cma-es.js';
import { cmaEs } from '../strategies/cma-es.js';
import { type GaussianEsOptions, gaussianEs } from '../strategies/gaussian-es.js';
import { type GeneticAlgorithmOptions, geneticAlgorithm } from '../strategies/genetic-algorithm.js';
import { type IpopCmaEsOptions, ipopCmaEs } from '../strategies/ipop-cma-es.js';
import { type OpenAiEsOptions, openAiEs } from '../strategies/open-ai-es.js';
import { type ParticleSwarmOptions, particleSwarm } from '../strategies/particle-swarm.js';
import type { AlgorithmFactory } from '../strategy/algorithm.js';
import { createStrategy } from '../strategy/create-strategy.js';
import type { Strategy } from '../strategy/strategy.js';
import type { StrategyOptions } from '../strategy/strategy-options.js';
import { decode } from './decode.js';
import type { StrategyState } from './strategy-state.js';

/** Genetic operators that are not of this package and so not in a saved state. */
export type GeneticOperators = Pick<
  GeneticAlgorithmOptions,
  'selection' | 'crossover' | 'mutation'
>;

type Restore = (state: StrategyState, operators: GeneticOperators) => Strategy;

/** A saved state is JSON from outside: its options are checked as any others are. */
function restoring<Options extends StrategyOptions>(factory: AlgorithmFactory<Options>): Restore {
  return (state, operators) => {
    const options = { ...(decode(state.options) as Options), ...operators };
    return createStrategy(state.strategy, options, factory, state);
  };
}

const restorers: Readonly<Record<string, Restore>> = {
  'cma-es': restoring<CmaEsOptions>(cmaEs),
  'ipop-cma-es': restoring<IpopCmaEsOptions>(ipopCmaEs),
  'bipop-cma-es': restoring<BipopCmaEsOptions>(bipopCmaEs),
  'particle-swarm': restoring<ParticleSwarmOptions>(particleSwarm),
  'genetic-algorithm': restoring<GeneticAlgorithmOptions>(geneticAlgorithm),
  'gaussian-es': restoring<GaussianEsOptions>(gaussianEs),
  'open-ai-es': restoring<OpenAiEsOptions>(openAiEs),
};

/**
 * The strategy that a `toJSON` came from: told the same values, it gives the same candidates, bit by
 * bit. Candidates that were asked for and not told are given again.
 *
 * @param state from `toJSON`, or parsed from its JSON.
 * @param operators the genetic algorithm's own operators, where they are not of this package.
 * @throws TypeError when the state is damaged or not of this package.
 *
 * @example
 * const copy = strategyFrom(JSON.parse(JSON.stringify(strategy)));
 */
export function strategyFrom(state: StrategyState, operators: GeneticOperators = {}): Strategy {
  const { version, strategy } = (state ?? {}) as Partial<StrategyState>;
  if (version !== 1 || strategy === undefined || !Object.hasOwn(restorers, strategy)) {
    throw new TypeError(
      `state must be the toJSON of a strategy (version 1), got version ${version} of ${strategy}`,
    );
  }
  return restorers[strategy](state, operators);
}
