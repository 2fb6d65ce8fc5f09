import type { FeatureRecipe, FittedSize } from '@sig/image-paths';

/** The images that a recipe takes, and how others become such. */
export function recipeSize({ width, height, channels, fit }: FeatureRecipe): FittedSize {
  return { width, height, channels: channels === 'rgb' ? 3 : 1, fit };
}
