import type { FieldWindows } from '@sig/kernels/field';
import type { FieldRecipe } from './feature-recipe.js';

/** The windows of a recipe as the field's kernel takes them. */
export function fieldWindows(recipe: FieldRecipe): FieldWindows {
  const { height, width, window, stride, depth, time, direction, moments } = recipe;
  const channels = recipe.channels === 'rgb' ? 3 : 1;
  return { height, width, channels, window, stride, depth, time, direction, moments };
}
