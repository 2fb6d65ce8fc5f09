import { fieldChannels, fieldExtent } from '@sig/kernels/field';
import { signatureLength } from '@sig/tensor-algebra';
import type { FeatureRecipe, LineRecipe } from './feature-recipe.js';
import { fieldWindows } from './field-windows.js';

/** The most features an image may have: 64 MiB in float32. */
export const MAX_FEATURES = 2 ** 24;

/**
 * The shape of one image's features: [streams, words], of a field [windows down, windows across, words].
 *
 * Streams: height for rows, width for columns, height + width for both, rows first. Words of a
 * signature: d + d² + … + d^depth, where d counts the time channel; of pixels: all values of a line; of
 * a field: those of a signature for each direction, and two for each channel of the image.
 *
 * @example
 * recipeShape(defaultRecipe({ channels: 'rgb' })); // [64, 120]
 * recipeShape(defaultRecipe({ transform: 'field' })); // [15, 15, 30]
 */
export function recipeShape(recipe: FeatureRecipe): number[] {
  const { width, height, direction } = recipe;
  if (recipe.transform === 'field') {
    const windows = fieldWindows(recipe);
    return [fieldExtent(height, windows), fieldExtent(width, windows), fieldChannels(windows)];
  }
  const streams = direction === 'rows' ? height : direction === 'columns' ? width : height + width;
  return [streams, words(recipe)];
}

/** Channels of a path: the image's, and time. */
export function pathChannels({ channels, time }: FeatureRecipe): number {
  return (channels === 'rgb' ? 3 : 1) + (time ? 1 : 0);
}

function words(recipe: LineRecipe): number {
  const channels = pathChannels(recipe);
  if (recipe.transform === 'pixels') {
    return channels * (recipe.direction === 'columns' ? recipe.height : recipe.width);
  }
  return signatureLength(channels, recipe.depth);
}
