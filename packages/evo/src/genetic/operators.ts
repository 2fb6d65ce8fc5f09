import type { SearchSpace } from '../bounds/search-space.js';
import type { Random } from '../random/create-random.js';

/** Chooses a parent. Its plain fields are saved with the strategy, under its name. */
export interface Selection {
  readonly name: string;
  /** The rank of a parent, 0 for the best of `count`. */
  select(count: number, random: Random): number;
}

/** Makes two children of two parents, [dimension] each; must not change the parents. */
export interface Crossover {
  readonly name: string;
  cross(a: Float64Array, b: Float64Array, random: Random): [Float64Array, Float64Array];
}

/** What a mutation may look at. */
export interface MutationContext {
  readonly space: SearchSpace;
  readonly random: Random;
  /** The standard deviation of each coordinate over the parents, [dimension]. */
  readonly deviations: Float64Array;
}

/** Changes a child; the result is moved into the bounds afterwards. */
export interface Mutation {
  readonly name: string;
  mutate(x: Float64Array, context: MutationContext): Float64Array;
}
