import { repair } from '../bounds/repair.js';
import type { SearchSpace } from '../bounds/search-space.js';
import type { Random } from '../random/create-random.js';
import type { VelocityWeights } from './velocity-rule.js';

/** One step of a particle; where it meets a bound it stays there, its velocity 0. */
export function moveParticle(
  x: Float64Array,
  v: Float64Array,
  pbest: Float64Array,
  gbest: Float64Array,
  { keep, own, swarm, velocityLimit }: VelocityWeights & { velocityLimit: number },
  space: SearchSpace,
  random: Random,
): { x: Float64Array; v: Float64Array } {
  const flown = v.map((speed, i) => {
    const toOwn = own * random.uniform() * (pbest[i] - x[i]);
    const toSwarm = swarm * random.uniform() * (gbest[i] - x[i]);
    const wanted = keep * speed + toOwn + toSwarm;
    return Math.min(Math.max(wanted, -velocityLimit), velocityLimit);
  });
  const target = x.map((value, i) => value + flown[i]);
  const repaired = repair(target, space);
  return { x: repaired, v: flown.map((speed, i) => (repaired[i] === target[i] ? speed : 0)) };
}
