import type { FeatureRecipe } from './feature-recipe.js';
import { fieldCost } from './field-cost.js';
import { pathChannels } from './recipe-shape.js';
import { stepCost } from './step-cost.js';

/**
 * Multiply-adds that turn one image into its features.
 *
 * A step of a path multiplies its signature by exp(Δx). Horner's scheme takes level k in factors of
 * j = 2 … k, each an outer product added to level j of the signature: d^j multiply-adds. That is
 * Σ_{j=2…depth} (depth − j + 1)·d^j a step, d counting the time channel, times the steps of all
 * streams (a basepoint adds one to each). The d additions of level 1 and the scalings of Δx by 1/j
 * are left out. Pixels cost none; for a field see `fieldCost`.
 *
 * @example
 * recipeCost(defaultRecipe({ channels: 'rgb' })); // 653184, or 1.3 MFLOP
 */
export function recipeCost(recipe: FeatureRecipe): number {
  if (recipe.transform === 'pixels') return 0;
  if (recipe.transform === 'field') return fieldCost(recipe);
  const { width, height, direction, depth, basepoint } = recipe;
  const channels = pathChannels(recipe);
  const step = stepCost(channels, depth);
  const extra = basepoint ? 0 : -1;
  const rows = direction === 'columns' ? 0 : height * (width + extra);
  const columns = direction === 'rows' ? 0 : width * (height + extra);
  return step * (rows + columns);
}
