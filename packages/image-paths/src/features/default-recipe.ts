import type { FeatureRecipe } from './feature-recipe.js';
import { parseRecipe } from './parse-recipe.js';

export type DefaultRecipeOptions = Partial<Omit<FeatureRecipe, 'version'>>;

/**
 * A recipe with what was left out filled in: the rows of 64×64 RGB at depth 4, as in the paper.
 *
 * A grey line is a path in one dimension, whose signature tells only where it ended; signatures of
 * grey images therefore get time and a basepoint unless told otherwise.
 *
 * @throws TypeError or RangeError where `parseRecipe` would.
 *
 * @example
 * defaultRecipe({ channels: 'grey', width: 28, height: 28, direction: 'both' });
 */
export function defaultRecipe(options: DefaultRecipeOptions = {}): FeatureRecipe {
  const { width = 64, height = 64, channels = 'rgb', direction = 'rows' } = options;
  const { fit } = options;
  const { transform = 'signature' } = options;
  const plane = channels === 'grey' && transform === 'signature';
  const { depth = transform === 'pixels' ? 1 : 4, time = plane, basepoint = plane } = options;
  return parseRecipe({
    version: 1,
    width,
    height,
    channels,
    fit,
    direction,
    transform,
    depth,
    time,
    basepoint,
  });
}
