import type { MinimizeOptions } from '../minimize/minimize-options.js';
import type { Strategy } from '../strategy/strategy.js';

/** Throws unless the arguments of a minimisation make sense together. */
export function requireMinimize(
  objective: unknown,
  strategy: Strategy,
  { evaluations, seconds, target, onGeneration }: MinimizeOptions,
): void {
  if (typeof objective !== 'function') {
    throw new TypeError(`the objective must be a function, got ${String(objective)}`);
  }
  if (typeof strategy?.ask !== 'function') {
    throw new TypeError('strategy must be one that createCmaEs or another makes');
  }
  const { populationSize, generation } = strategy;
  if (evaluations !== undefined && !(evaluations >= (generation > 0 ? 0 : populationSize))) {
    throw new RangeError(
      `evaluations must be enough for one generation, ${populationSize}, got ${evaluations}`,
    );
  }
  if (seconds !== undefined && !(seconds > 0)) {
    throw new RangeError(`seconds must be a number above 0, got ${seconds}`);
  }
  if (target !== undefined && Number.isNaN(target)) {
    throw new RangeError('target must be a number, got NaN');
  }
  if (onGeneration !== undefined && typeof onGeneration !== 'function') {
    throw new TypeError(`onGeneration must be a function, got ${String(onGeneration)}`);
  }
}
