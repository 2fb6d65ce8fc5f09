import { describe, expect, it } from 'vitest';
import { defaultRecipe } from '../../src/features/default-recipe.js';
import { recipeCost } from '../../src/features/recipe-cost.js';

describe('recipeCost', () => {
  it('is about 1.3 MFLOP, two a multiply-add, for 64×64×3 at depth 4', () => {
    expect(2 * recipeCost(defaultRecipe())).toBe(2 * 64 * 63 * (3 * 9 + 2 * 27 + 81));
  });

  it('doubles in both directions of a square', () => {
    expect(recipeCost(defaultRecipe({ direction: 'both' }))).toBe(2 * recipeCost(defaultRecipe()));
  });

  it('counts one step more a stream with a basepoint', () => {
    const options = { width: 5, height: 7, depth: 2 };
    expect(recipeCost(defaultRecipe(options))).toBe(7 * 4 * 9);
    expect(recipeCost(defaultRecipe({ ...options, basepoint: true }))).toBe(7 * 5 * 9);
  });

  it('is nothing for pixels', () => {
    expect(recipeCost(defaultRecipe({ transform: 'pixels' }))).toBe(0);
  });
});
