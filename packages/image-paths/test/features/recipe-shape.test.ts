import { describe, expect, it } from 'vitest';
import { defaultRecipe } from '../../src/features/default-recipe.js';
import { recipeShape } from '../../src/features/recipe-shape.js';

describe('recipeShape', () => {
  it('counts the words of the published tables', () => {
    const words = [1, 2, 3, 4, 5, 6].map((depth) => recipeShape(defaultRecipe({ depth }))[1]);
    expect(words).toEqual([3, 12, 39, 120, 363, 1092]);
  });

  it('stacks rows and columns', () => {
    const size = { width: 20, height: 30 };
    expect(recipeShape(defaultRecipe({ ...size, direction: 'rows' }))).toEqual([30, 120]);
    expect(recipeShape(defaultRecipe({ ...size, direction: 'columns' }))).toEqual([20, 120]);
    expect(recipeShape(defaultRecipe({ ...size, direction: 'both' }))).toEqual([50, 120]);
  });

  it('counts time as a channel', () => {
    expect(recipeShape(defaultRecipe({ channels: 'grey', depth: 2 }))).toEqual([64, 6]);
  });

  it('has as many pixels in a line as the line has values', () => {
    const recipe = defaultRecipe({ width: 20, height: 30, transform: 'pixels' });
    expect(recipeShape(recipe)).toEqual([30, 60]);
    expect(recipeShape({ ...recipe, direction: 'columns' })).toEqual([20, 90]);
  });
});
