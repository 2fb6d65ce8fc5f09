import type { FeatureRecipe } from '@sig/image-paths';

/**
 * Checks the recipe of a model file, in a few bytes of code; `parseRecipe` of `@sig/image-paths` says
 * more about what is wrong.
 */
export function readRecipe(value: unknown): FeatureRecipe {
  const recipe = value as FeatureRecipe;
  const { width, height, depth, direction, time, basepoint } = recipe;
  const right =
    recipe.version === 1 &&
    isCount(width, 1024) &&
    isCount(height, 1024) &&
    isCount(depth, 12) &&
    ['rgb', 'grey'].includes(recipe.channels) &&
    [undefined, 'stretch', 'pad', 'crop'].includes(recipe.fit) &&
    ['rows', 'columns', 'both'].includes(direction) &&
    isFlag(time) &&
    isFlag(basepoint) &&
    (recipe.transform === 'signature' ||
      (!basepoint && recipe.transform === 'field'
        ? depth < 7 &&
          isCount(recipe.window, Math.min(width, height, 256), 2) &&
          isCount(recipe.stride, 256) &&
          isFlag(recipe.moments)
        : recipe.transform === 'pixels' &&
          !(time || basepoint) &&
          depth === 1 &&
          (direction !== 'both' || width === height)));
  if (right) return recipe;
  throw new RangeError('its recipe asks for what the runtime has not');
}

function isFlag(value: unknown): boolean {
  return typeof value === 'boolean';
}

function isCount(value: unknown, most: number, least = 1): boolean {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}
