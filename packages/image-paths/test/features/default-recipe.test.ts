import { describe, expect, it } from 'vitest';
import { defaultRecipe } from '../../src/features/default-recipe.js';

describe('defaultRecipe', () => {
  it('is the rows of 64×64 RGB at depth 4', () => {
    expect(defaultRecipe()).toEqual({
      version: 1,
      width: 64,
      height: 64,
      channels: 'rgb',
      direction: 'rows',
      transform: 'signature',
      depth: 4,
      time: false,
      basepoint: false,
    });
  });

  it('gives grey images time and a basepoint, unless told otherwise', () => {
    expect(defaultRecipe({ channels: 'grey' })).toMatchObject({ time: true, basepoint: true });
    expect(defaultRecipe({ channels: 'grey', time: false })).toMatchObject({
      time: false,
      basepoint: true,
    });
  });

  it('gives pixels depth 1 and neither time nor basepoint', () => {
    expect(defaultRecipe({ channels: 'grey', transform: 'pixels' })).toMatchObject({
      depth: 1,
      time: false,
      basepoint: false,
    });
  });

  it('refuses what parseRecipe refuses', () => {
    expect(() => defaultRecipe({ depth: 0 })).toThrow('depth must be an integer from 1 to 12');
  });
});
