import { expect, test } from 'vitest';
import { type DefaultRecipeOptions, defaultRecipe } from '../../src/features/default-recipe.js';
import { featureGroups, fieldGroups, learnedPathNames } from '../../src/features/feature-groups.js';
import { recipeShape } from '../../src/features/recipe-shape.js';

test('words of one and two letters have names, in the order of a signature', () => {
  const groups = featureGroups(defaultRecipe({ channels: 'grey', depth: 3, time: true }));
  expect(groups).toEqual([
    { name: 'level 1', start: 0, count: 2, names: ['g', 't'] },
    { name: 'level 2', start: 2, count: 4, names: ['gg', 'gt', 'tg', 'tt'] },
    { name: 'level 3', start: 6, count: 8 },
  ]);
});

test('a field has rows, columns, means and deviations, in this order', () => {
  const groups = featureGroups(defaultRecipe({ transform: 'field' }));
  expect(groups.map(({ name, start }) => [name, start])).toEqual([
    ['rows, level 1', 0],
    ['rows, level 2', 3],
    ['columns, level 1', 12],
    ['columns, level 2', 15],
    ['mean', 24],
    ['deviation', 27],
  ]);
  expect(groups[3].names).toEqual(['rr', 'rg', 'rb', 'gr', 'gg', 'gb', 'br', 'bg', 'bb']);
  expect(groups[4].names).toEqual(['red', 'green', 'blue']);
});

test.each<DefaultRecipeOptions>([
  { depth: 5, time: true },
  { transform: 'pixels', direction: 'columns', height: 20 },
  { transform: 'field', direction: 'columns', moments: false, depth: 3 },
  { transform: 'field', channels: 'grey' },
])('groups follow one another through all features: %o', (options) => {
  const recipe = defaultRecipe(options);
  let end = 0;
  for (const { start, count } of featureGroups(recipe)) {
    expect(start).toBe(end);
    end += count;
  }
  expect(end).toBe(recipeShape(recipe).at(-1));
});

test('words of more letters have names where they are asked for', () => {
  const recipe = defaultRecipe({ channels: 'grey', depth: 3, time: true });
  const [, , third] = featureGroups(recipe, { namedLevels: 3 });
  expect(third.names?.slice(0, 3)).toEqual(['ggg', 'ggt', 'gtg']);
});

test('learned paths are called by one sign each, and not at all where there are not enough signs', () => {
  const names = learnedPathNames(11) ?? [];
  expect(names.slice(8)).toEqual(['9', 'a', 'b']);
  const choice = { depth: 2, direction: 'columns', time: false, moments: false } as const;
  expect(fieldGroups(names, choice)[1].names?.[10]).toBe('1b');
  expect(learnedPathNames(36)).toBeUndefined();
});
