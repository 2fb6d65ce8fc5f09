import type { FeatureRecipe, FieldRecipe } from './feature-recipe.js';
import { parseRecipe } from './parse-recipe.js';

const DEPTHS = { signature: 4, pixels: 1, field: 2 } as const;

/** What is the field's alone is left out of other recipes. */
export interface DefaultRecipeOptions extends Partial<Omit<FieldRecipe, 'version' | 'transform'>> {
  transform?: FeatureRecipe['transform'];
}

/**
 * A recipe with what was left out filled in: the rows of 64×64 RGB at depth 4, as in the paper; for a
 * field both directions at depth 2, in windows of 8 pixels at stride 4.
 *
 * A grey line is a path in one dimension, whose signature tells only where it ended; signatures of
 * grey images therefore get time and a basepoint unless told otherwise, grey fields time.
 *
 * @throws TypeError or RangeError where `parseRecipe` would.
 *
 * @example
 * defaultRecipe({ channels: 'grey', width: 28, height: 28, direction: 'both' });
 */
export function defaultRecipe(options: DefaultRecipeOptions = {}): FeatureRecipe {
  const { transform = 'signature', width = 64, height = 64, channels = 'rgb' } = options;
  const field = transform === 'field';
  const plane = channels === 'grey' && transform !== 'pixels';
  const { direction = field ? 'both' : 'rows', depth = DEPTHS[transform] } = options;
  const { time = plane, basepoint = plane && !field } = options;
  const { fit, window = 8, stride = 4, moments = true } = options;
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
    ...(field && { window, stride, moments }),
  });
}
