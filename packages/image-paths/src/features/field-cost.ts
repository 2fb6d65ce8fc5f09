import { areaFieldMacs, fieldExtent } from '@sig/kernels/field';
import type { FieldRecipe } from './feature-recipe.js';
import { pathChannels } from './recipe-shape.js';
import { stepCost } from './step-cost.js';

/**
 * Multiply-adds of a local signature field, as its kernel does them; plain additions are left out.
 *
 * For depth 2 see `areaFieldMacs`. At other depths each segment takes window − 1 steps of a
 * signature. Mean and deviation take a square for each value.
 *
 * @example
 * fieldCost(recipe); // 83712 for 64×64×3, windows 8 at stride 4, depth 2
 */
export function fieldCost(recipe: FieldRecipe): number {
  const { width, height, direction, moments, depth } = recipe;
  const channels = recipe.channels === 'rgb' ? 3 : 1;
  if (depth === 2) return areaFieldMacs({ ...recipe, channels });
  const rows = direction === 'columns' ? 0 : directionCost(recipe, width, height);
  const columns = direction === 'rows' ? 0 : directionCost(recipe, height, width);
  const values = width * coveredPixels(height, recipe) * channels;
  return rows + columns + (moments ? values : 0);
}

/** Of lines of so many points each. */
function directionCost(recipe: FieldRecipe, points: number, lines: number): number {
  const { window, depth } = recipe;
  const starts = fieldExtent(points, recipe);
  return (
    coveredLines(lines, recipe) * starts * (window - 1) * stepCost(pathChannels(recipe), depth)
  );
}

/** Lines up to the last window's end. */
function coveredPixels(lines: number, recipe: FieldRecipe): number {
  return (fieldExtent(lines, recipe) - 1) * recipe.stride + recipe.window;
}

/** Lines that lie in a window. */
function coveredLines(lines: number, recipe: FieldRecipe): number {
  const { window, stride } = recipe;
  return (fieldExtent(lines, recipe) - 1) * Math.min(stride, window) + window;
}
