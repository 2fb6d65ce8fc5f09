import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultRecipe } from '../../src/features/default-recipe.js';
import { parseRecipe } from '../../src/features/parse-recipe.js';
import { recipeCost } from '../../src/features/recipe-cost.js';
import { recipeShape } from '../../src/features/recipe-shape.js';

describe('parseRecipe', () => {
  it('gives back what defaultRecipe made, through JSON', () => {
    for (const channels of ['rgb', 'grey'] as const) {
      const recipe = defaultRecipe({ channels, direction: 'both' });
      expect(parseRecipe(JSON.parse(JSON.stringify(recipe)))).toEqual(recipe);
    }
  });

  it('drops fields that it does not know', () => {
    expect(parseRecipe({ ...defaultRecipe(), extra: 1 })).toEqual(defaultRecipe());
  });

  it('keeps how images are fitted, which recipes of old do not say', () => {
    expect(parseRecipe({ ...defaultRecipe(), fit: 'pad' })).toEqual(defaultRecipe({ fit: 'pad' }));
    expect(parseRecipe({ ...defaultRecipe(), fit: 'stretch' })).toEqual(defaultRecipe());
    expect(() => parseRecipe({ ...defaultRecipe(), fit: null })).toThrow(
      'fit must be one of stretch, pad, crop, got null',
    );
  });

  const bad: [string, unknown, string][] = [
    ['nothing', undefined, 'a feature recipe must be an object, got undefined'],
    ['null', null, 'a feature recipe must be an object, got null'],
    ['an array', [], 'a feature recipe must be an object, got an array'],
    ['no version', {}, 'recipe version must be 1, got undefined'],
    ['a newer version', { version: 2 }, 'it comes from a newer version'],
    ['a width of 0', { width: 0 }, 'width must be an integer from 1 to 1024, got 0'],
    ['a width of 1025', { width: 1025 }, 'width must be an integer from 1 to 1024, got 1025'],
    ['a broken height', { height: 1.5 }, 'height must be an integer from 1 to 1024, got 1.5'],
    ['a height in text', { height: '64' }, 'height must be an integer from 1 to 1024, got "64"'],
    ['a depth of 0', { depth: 0 }, 'depth must be an integer from 1 to 12, got 0'],
    ['a depth of 13', { depth: 13 }, 'depth must be an integer from 1 to 12, got 13'],
    ['a depth of NaN', { depth: Number.NaN }, 'depth must be an integer from 1 to 12, got NaN'],
    ['other channels', { channels: 'rgba' }, 'channels must be one of rgb, grey, got "rgba"'],
    ['other lines', { direction: 3 }, 'direction must be one of rows, columns, both, got 3'],
    [
      'another transform',
      { transform: {} },
      'must be one of signature, pixels, field, got an object',
    ],
    ['time in words', { time: 'yes' }, 'time must be true or false, got "yes"'],
    ['no basepoint', { basepoint: undefined }, 'basepoint must be true or false, got undefined'],
    ['too many features', { depth: 12 }, 'must give at most 16777216 features'],
    ['deep pixels', { transform: 'pixels' }, 'depth must be 1 for the transform pixels, got 4'],
    ['pixels in time', { transform: 'pixels', depth: 1, time: true }, 'time and basepoint must be'],
    [
      'pixels both ways of an oblong',
      { transform: 'pixels', depth: 1, direction: 'both', width: 32 },
      'pixels in both directions need a square image, got 32×64',
    ],
  ];
  for (const [title, value, message] of bad) {
    it(`refuses ${title} in one line`, () => {
      const whole =
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        title !== 'no version'
          ? { ...defaultRecipe(), ...value }
          : value;
      expect(() => parseRecipe(whole)).toThrow(message);
      expect(() => parseRecipe(whole)).not.toThrow(/\n/);
    });
  }

  it('either refuses any JSON or gives a recipe within its limits', () => {
    const wild = fc.record(
      {
        version: fc.oneof(fc.constant(1), fc.jsonValue()),
        width: fc.oneof(fc.integer({ min: 0, max: 1100 }), fc.jsonValue()),
        height: fc.oneof(fc.integer({ min: 0, max: 1100 }), fc.jsonValue()),
        channels: fc.oneof(fc.constantFrom('rgb', 'grey'), fc.jsonValue()),
        direction: fc.oneof(fc.constantFrom('rows', 'columns', 'both'), fc.jsonValue()),
        transform: fc.oneof(fc.constantFrom('signature', 'pixels', 'field'), fc.jsonValue()),
        depth: fc.oneof(fc.integer({ min: 0, max: 13 }), fc.jsonValue()),
        time: fc.oneof(fc.boolean(), fc.jsonValue()),
        basepoint: fc.oneof(fc.boolean(), fc.jsonValue()),
        window: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.jsonValue()),
        stride: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.jsonValue()),
        moments: fc.oneof(fc.boolean(), fc.jsonValue()),
      },
      { requiredKeys: ['version'] },
    );
    fc.assert(
      fc.property(wild, (value) => {
        try {
          const recipe = parseRecipe(value);
          const size = recipeShape(recipe).reduce((product, extent) => product * extent, 1);
          expect(size).toBeLessThanOrEqual(2 ** 24);
          expect(Number.isSafeInteger(recipeCost(recipe))).toBe(true);
        } catch (error) {
          expect(error).toSatisfy((e) => e instanceof RangeError || e instanceof TypeError);
        }
      }),
    );
  });
});
