import { requireInitial } from '../arguments/require-initial.js';
import { requireInteger } from '../arguments/require-integer.js';
import { requireTolerances } from '../arguments/require-tolerances.js';
import { requireWithin } from '../arguments/require-within.js';
import { repair } from '../bounds/repair.js';
import { blendCrossover } from '../genetic/crossovers.js';
import { gaussianMutation } from '../genetic/mutations.js';
import type { Crossover, Mutation, Selection } from '../genetic/operators.js';
import {
  restoreCrossover,
  restoreMutation,
  restoreSelection,
} from '../genetic/restore-operator.js';
import { tournamentSelection } from '../genetic/selections.js';
import type { AlgorithmFactory } from '../strategy/algorithm.js';
import { collapse, type PopulationTolerances } from '../strategy/collapse.js';
import { createStrategy } from '../strategy/create-strategy.js';
import { type InitialPopulation, initialPopulation } from '../strategy/initial-population.js';
import { populationSpread } from '../strategy/population-spread.js';
import { rank } from '../strategy/rank.js';
import type { Strategy } from '../strategy/strategy.js';
import type { StrategyOptions } from '../strategy/strategy-options.js';

export interface GeneticAlgorithmOptions extends StrategyOptions, PopulationTolerances {
  /** (50), at least 2. */
  populationSize?: number;
  /** The best that live on unchanged, not evaluated again (1), below the population size. */
  elites?: number;
  /** The likelihood that two parents are crossed and not just copied (0.9). */
  crossoverRate?: number;
  /** (tournamentSelection()) */
  selection?: Selection;
  /** (blendCrossover()) */
  crossover?: Crossover;
  /** (gaussianMutation()) */
  mutation?: Mutation;
  /** 'normal' around the start (the default), or 'uniform' in the bounds. */
  initial?: InitialPopulation;
}

/**
 * A genetic algorithm over real numbers: parents are selected, crossed and mutated; the children are
 * evaluated, and with the elite of their parents' generation they are the next one.
 *
 * Stops for 'tolX' (the population has gathered) and 'tolFun'. Own operators are plain objects; a
 * saved strategy gets them back through `strategyFrom(state, { crossover })`.
 *
 * Source: Goldberg, "Genetic algorithms in search, optimization and machine learning", 1989; De Jong,
 * "An analysis of the behavior of a class of genetic adaptive systems", 1975 (elitism).
 *
 * @throws RangeError or TypeError for options out of range, in one line.
 *
 * @example
 * const strategy = createGeneticAlgorithm({
 *   start: [3, 4],
 *   sigma: 1,
 *   crossover: simulatedBinaryCrossover({ eta: 5 }),
 * });
 */
export function createGeneticAlgorithm(options: GeneticAlgorithmOptions): Strategy {
  return createStrategy('genetic-algorithm', options, geneticAlgorithm);
}

export const geneticAlgorithm: AlgorithmFactory<GeneticAlgorithmOptions> = (context) => {
  const { options, space, random, saved } = context;
  const { populationSize = 50, elites = 1, crossoverRate = 0.9, initial = 'normal' } = options;
  requireInteger('populationSize', populationSize, 2);
  requireInteger('elites', elites, 0, populationSize - 1);
  requireWithin('crossoverRate', crossoverRate, 0, 1);
  requireInitial(initial, space);
  requireTolerances(options);
  const selection = restoreSelection(options.selection ?? tournamentSelection());
  const crossover = restoreCrossover(options.crossover ?? blendCrossover());
  const mutation = restoreMutation(options.mutation ?? gaussianMutation());
  const n = space.dimension;
  /** From the best to the worst. */
  let population = saved?.matrix('population', n) ?? [];
  let values = saved?.reals('values', population.length) ?? new Float64Array(0);
  let children: Float64Array[] = [];
  let spread = population.length > 0 ? populationSpread(population) : undefined;

  const parent = (): Float64Array => population[selection.select(population.length, random)];

  function breed(deviations: Float64Array): Float64Array[] {
    const born: Float64Array[] = [];
    while (born.length < populationSize) {
      const [mother, father] = [parent(), parent()];
      const isCrossed = random.uniform() < crossoverRate;
      const pair = isCrossed ? crossover.cross(mother, father, random) : [mother, father];
      for (const child of pair) {
        born.push(repair(mutation.mutate(child, { space, random, deviations }), space));
      }
    }
    return born.slice(0, populationSize);
  }

  return {
    populationSize,
    get mean() {
      return spread?.mean ?? space.start;
    },
    get sigma() {
      return spread?.sigma ?? space.sigma;
    },
    get axisRatio() {
      return spread?.axisRatio ?? 1;
    },
    sample(injected) {
      children = spread
        ? breed(spread.deviations)
        : initialPopulation(space, populationSize, initial, random);
      injected.forEach((x, k) => {
        children[populationSize - 1 - k] = x;
      });
      return children;
    },
    update(told) {
      // The elite takes the places of the worst children.
      const kept = spread ? elites : 0;
      const order = rank(told).slice(0, populationSize - kept);
      const members = [...population.slice(0, kept), ...order.map((k) => children[k])];
      const theirs = [...values.slice(0, kept), ...order.map((k) => told[k])];
      const ranked = rank(theirs);
      population = ranked.map((k) => members[k]);
      values = Float64Array.from(ranked, (k) => theirs[k]);
      spread = populationSpread(population);
    },
    stop: () => spread && collapse(spread.sigma, values, space.sigma, options),
    state: () => ({ population, values }),
  };
};
