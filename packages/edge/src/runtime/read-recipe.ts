import type { FeatureRecipe } from '@sig/image-paths';

/** The recipes that the runtime has. */
export type RuntimeRecipe = Exclude<FeatureRecipe, { transform: 'field' }>;

/**
 * Checks the recipe of a model file, in a few bytes of code; `parseRecipe` of `@sig/image-paths` says
 * more about what is wrong.
 */
export function readRecipe(value: unknown): RuntimeRecipe {
  const recipe = value as RuntimeRecipe;
  const { width, height, depth, transform, direction } = recipe;
  const right =
    recipe.version === 1 &&
    [width, height].every((side) => isCount(side, 1024)) &&
    isCount(depth, 12) &&
    ['rgb', 'grey'].includes(recipe.channels) &&
    [undefined, 'stretch', 'pad', 'crop'].includes(recipe.fit) &&
    ['rows', 'columns', 'both'].includes(direction) &&
    [recipe.time, recipe.basepoint].every((flag) => typeof flag === 'boolean') &&
    (transform === 'signature' ||
      (transform === 'pixels' && depth === 1 && (direction !== 'both' || width === height)));
  if (right) return recipe;
  throw new RangeError(
    `the runtime has no features of its recipe, with the transform ${String(transform).slice(0, 40)}`,
  );
}

function isCount(value: unknown, most: number): boolean {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most;
}
