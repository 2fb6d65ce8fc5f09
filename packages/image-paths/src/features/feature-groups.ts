import { words } from '@sig/tensor-algebra';
import type { FeatureRecipe, FieldRecipe } from './feature-recipe.js';

/** Features that stand together: a level of a signature, or a kind of a field's channels. */
export interface FeatureGroup {
  readonly name: string;
  /** Place of the first of them among the features of a stream or a window. */
  readonly start: number;
  readonly count: number;
  /** What each is called, where there are few enough to say so. */
  readonly names?: readonly string[];
}

export interface FeatureGroupsOptions {
  /** Words of more letters than this are too many to be named (2). */
  readonly namedLevels?: number;
}

/** What a field is made of; a learned one has rows and columns at depth 2, with moments, unless its layer says otherwise. */
export type FieldGroupsChoice = Partial<
  Pick<FieldRecipe, 'depth' | 'direction' | 'time' | 'moments'>
>;

/**
 * The features of a recipe in their order, in groups. A word is written in the first letters of its
 * channels: `rg` is red, then green; `t` is time.
 *
 * @example
 * featureGroups(defaultRecipe({ channels: 'rgb', depth: 2 }))[1].names; // rr, rg, rb, gr …
 */
export function featureGroups(
  recipe: FeatureRecipe,
  options: FeatureGroupsOptions = {},
): FeatureGroup[] {
  const colours = colourNames(recipe);
  if (recipe.transform === 'field') return fieldGroups(colours, recipe, options);
  if (recipe.transform === 'signature') return levels(colours, recipe, '', 0, options);
  const side = recipe.direction === 'columns' ? recipe.height : recipe.width;
  return [{ name: 'pixels', start: 0, count: side * colours.length }];
}

/**
 * The channels of a field of paths with these channels, in groups; of paths that a network has learned
 * `learnedPathNames` are the names.
 *
 * @example
 * fieldGroups(['1', '2'])[1]; // { name: 'rows, level 2', start: 2, count: 4, names: 11, 12, 21, 22 }
 */
export function fieldGroups(
  channels: readonly string[],
  { depth = 2, direction = 'both', time = false, moments = true }: FieldGroupsChoice = {},
  options: FeatureGroupsOptions = {},
): FeatureGroup[] {
  const groups: FeatureGroup[] = [];
  const end = (): number => groups.reduce((sum, { count }) => sum + count, 0);
  for (const lines of ['rows', 'columns'] as const) {
    if (direction !== 'both' && direction !== lines) continue;
    groups.push(...levels(channels, { depth, time }, `${lines}, `, end(), options));
  }
  for (const name of moments ? ['mean', 'deviation'] : []) {
    groups.push({ name, start: end(), count: channels.length, names: channels });
  }
  return groups;
}

/** The colours of an image: red, green and blue, or grey. */
export function colourNames({ channels }: Pick<FeatureRecipe, 'channels'>): string[] {
  return channels === 'rgb' ? ['red', 'green', 'blue'] : ['grey'];
}

const NUMBERS = '123456789abcdefghijklmnopqrstuvwxyz';

/**
 * Paths that a network has learned have numbers for letters, then letters; none where there are more than 35,
 * as a word is to have one sign for each of its letters.
 *
 * @example
 * learnedPathNames(3); // ['1', '2', '3']
 */
export function learnedPathNames(count: number): string[] | undefined {
  return count > NUMBERS.length ? undefined : [...NUMBERS.slice(0, count)];
}

function levels(
  channels: readonly string[],
  { depth, time }: Pick<FeatureRecipe, 'depth' | 'time'>,
  prefix: string,
  first: number,
  { namedLevels = 2 }: FeatureGroupsOptions,
): FeatureGroup[] {
  const letters = [...channels, ...(time ? ['time'] : [])].map(([letter]) => letter);
  const named = words(letters.length, Math.min(depth, namedLevels)).map((word) =>
    word.map((letter) => letters[letter]).join(''),
  );
  let start = first;
  return Array.from({ length: depth }, (_, at) => {
    const count = letters.length ** (at + 1);
    const names = at < namedLevels && named.slice(start - first, start - first + count);
    const group = { name: `${prefix}level ${at + 1}`, start, count, ...(names && { names }) };
    start += count;
    return group;
  });
}
