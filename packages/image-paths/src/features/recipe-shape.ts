import { signatureLength } from '@sig/tensor-algebra';
import type { FeatureRecipe } from './feature-recipe.js';

/** The most features an image may have: 64 MiB in float32. */
export const MAX_FEATURES = 2 ** 24;

/**
 * The shape [streams, words] of one image's features.
 *
 * Streams: height for rows, width for columns, height + width for both, rows first. Words of a
 * signature: d + d² + … + d^depth, where d counts the time channel; of pixels: all values of a line.
 *
 * @example
 * recipeShape(defaultRecipe({ channels: 'rgb' })); // [64, 120]
 */
export function recipeShape(recipe: FeatureRecipe): [streams: number, words: number] {
  const { width, height, direction } = recipe;
  const streams = direction === 'rows' ? height : direction === 'columns' ? width : height + width;
  return [streams, words(recipe)];
}

/** Channels of a path: the image's, and time. */
export function pathChannels({ channels, time }: FeatureRecipe): number {
  return (channels === 'rgb' ? 3 : 1) + (time ? 1 : 0);
}

function words(recipe: FeatureRecipe): number {
  const channels = pathChannels(recipe);
  if (recipe.transform === 'pixels') {
    return channels * (recipe.direction === 'columns' ? recipe.height : recipe.width);
  }
  return signatureLength(channels, recipe.depth);
}
