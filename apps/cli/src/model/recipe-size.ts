import type { FeatureRecipe, ImageSize } from '@sig/image-paths';

/** The images that a recipe takes. */
export function recipeSize({ width, height, channels }: FeatureRecipe): ImageSize {
  return { width, height, channels: channels === 'rgb' ? 3 : 1 };
}
