import { requireChoice } from '../arguments/require-choice.js';
import { requireInitial } from '../arguments/require-initial.js';
import { requireInteger } from '../arguments/require-integer.js';
import { requireTolerances } from '../arguments/require-tolerances.js';
import type { AlgorithmFactory } from '../strategy/algorithm.js';
import { collapse, type PopulationTolerances } from '../strategy/collapse.js';
import { createStrategy } from '../strategy/create-strategy.js';
import { type InitialPopulation, initialPopulation } from '../strategy/initial-population.js';
import { populationSpread } from '../strategy/population-spread.js';
import { rank } from '../strategy/rank.js';
import type { Strategy } from '../strategy/strategy.js';
import type { StrategyOptions } from '../strategy/strategy-options.js';
import { moveParticle } from '../swarm/move-particle.js';
import { type VelocityOptions, velocityRule } from '../swarm/velocity-rule.js';

export interface ParticleSwarmOptions
  extends StrategyOptions,
    VelocityOptions,
    PopulationTolerances {
  /** (40), at least 2. */
  populationSize?: number;
  /** The greatest step in a coordinate (4 sigma for 'original', else none). */
  velocityLimit?: number;
  /** Whose best a particle sees: of the whole swarm (the default), or of its two neighbours. */
  topology?: 'global' | 'ring';
  /** 'normal' around the start (the default), or 'uniform' in the bounds. */
  initial?: InitialPopulation;
}

/**
 * A particle swarm: each particle flies on, pulled to the best place it has seen and to the best
 * one of the swarm. `variant: 'original'` is the plain rule
 * v ← v + c1 rand (pbest - x) + c2 rand (gbest - x), x ← x + v; it needs the velocity limit.
 *
 * Stops for 'tolX' (the swarm has gathered) and 'tolFun'. At a bound a particle stops.
 *
 * Source: Kennedy and Eberhart, "Particle swarm optimization", ICNN 1995.
 *
 * @throws RangeError or TypeError for options out of range, in one line.
 *
 * @example
 * const strategy = createParticleSwarm({ start: [3, 4], sigma: 1, variant: 'inertia' });
 */
export function createParticleSwarm(options: ParticleSwarmOptions): Strategy {
  return createStrategy('particle-swarm', options, particleSwarm);
}

export const particleSwarm: AlgorithmFactory<ParticleSwarmOptions> = (context) => {
  const { options, space, random, saved } = context;
  const { populationSize = 40, variant = 'constriction', topology = 'global' } = options;
  const {
    initial = 'normal',
    velocityLimit = variant === 'original' ? 4 * space.sigma : Infinity,
  } = options;
  requireInteger('populationSize', populationSize, 2);
  requireChoice('variant', variant, ['original', 'inertia', 'constriction']);
  requireChoice('topology', topology, ['global', 'ring']);
  requireInitial(initial, space);
  requireTolerances(options);
  if (!(velocityLimit > 0)) {
    throw new RangeError(`velocityLimit must be a number above 0, got ${velocityLimit}`);
  }
  const weights = velocityRule(options);
  const n = space.dimension;
  let generation = saved?.real('generation') ?? 0;
  /** None of the particles has a place before the first generation is told. */
  const placed = generation === 0 ? 0 : populationSize;
  let positions = saved?.matrix('positions', n, placed) ?? [];
  let velocities = saved?.matrix('velocities', n, placed) ?? [];
  let pbest = saved?.matrix('pbest', n, placed) ?? [];
  let pbestValues = saved?.reals('pbestValues', placed) ?? new Float64Array(0);
  let values = saved?.reals('values', placed) ?? new Float64Array(0);
  let nextPositions: Float64Array[] = [];
  let nextVelocities: Float64Array[] = [];
  let spread = positions.length > 0 ? populationSpread(positions) : undefined;

  /** The place that pulls particle k beside its own. */
  function leader(k: number): Float64Array {
    const seen =
      topology === 'global'
        ? Array.from(pbest.keys())
        : [k, (k + 1) % populationSize, (k + populationSize - 1) % populationSize];
    return pbest[seen.reduce((a, b) => (pbestValues[b] < pbestValues[a] ? b : a))];
  }

  function firstSwarm(): void {
    nextPositions = initialPopulation(space, populationSize, initial, random);
    nextVelocities = initialPopulation(space, populationSize, initial, random).map((x, k) =>
      x.map((value, i) => (value - nextPositions[k][i]) / 2),
    );
  }

  function moveSwarm(): void {
    const gbest = leader(0);
    const rule = { ...weights(generation), velocityLimit };
    const moved = positions.map((x, k) => {
      const best = topology === 'global' ? gbest : leader(k);
      return moveParticle(x, velocities[k], pbest[k], best, rule, space, random);
    });
    nextPositions = moved.map(({ x }) => x);
    nextVelocities = moved.map(({ v }) => v);
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
      if (generation === 0) firstSwarm();
      else moveSwarm();
      const worstFirst = generation === 0 ? [] : rank(pbestValues).reverse();
      injected.forEach((x, at) => {
        const k = worstFirst[at] ?? populationSize - 1 - at;
        nextPositions[k] = x;
        nextVelocities[k] = new Float64Array(n);
      });
      return nextPositions;
    },
    update(told) {
      const isBetter = (k: number): boolean => generation === 0 || told[k] < pbestValues[k];
      pbest = nextPositions.map((x, k) => (isBetter(k) ? x : pbest[k]));
      pbestValues = told.map((value, k) => (isBetter(k) ? value : pbestValues[k]));
      positions = nextPositions;
      velocities = nextVelocities;
      values = told;
      spread = populationSpread(positions);
      generation++;
    },
    stop: () => spread && collapse(spread.sigma, values, space.sigma, options),
    state: () => ({ positions, velocities, pbest, pbestValues, values, generation }),
  };
};
