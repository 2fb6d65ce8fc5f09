import type { FeatureRecipe } from '@sig/image-paths';
import { words } from '@sig/tensor-algebra';

/** Features that stand together: a level of a signature, or a kind of a field's channels. */
export interface FeatureGroup {
  readonly name: string;
  /** Place of the first of them among the features of a stream or a window. */
  readonly start: number;
  readonly count: number;
  /** What each is called, where there are few enough to say so. */
  readonly names?: readonly string[];
}

/** Words of more letters are too many to be named. */
const NAMED_LEVELS = 2;

/**
 * The features of a recipe in their order, in groups. A word is written in the first letters of its
 * channels: `rg` is red, then green; `t` is time.
 *
 * @example
 * featureGroups(defaultRecipe({ channels: 'rgb', depth: 2 }))[1].names; // rr, rg, rb, gr …
 */
export function featureGroups(recipe: FeatureRecipe): FeatureGroup[] {
  if (recipe.transform === 'pixels') {
    const side = recipe.direction === 'columns' ? recipe.height : recipe.width;
    return [{ name: 'pixels', start: 0, count: side * colourNames(recipe).length }];
  }
  const colours = colourNames(recipe);
  if (recipe.transform === 'field') return fieldGroups(colours, recipe);
  return levels(colours, recipe, 0, '');
}

/** The channels of a field of paths with these channels, in groups. */
export function fieldGroups(
  channels: readonly string[],
  options: Pick<FeatureRecipe, 'depth' | 'direction' | 'time'> & { readonly moments: boolean },
): FeatureGroup[] {
  const groups: FeatureGroup[] = [];
  const end = (): number => groups.reduce((sum, { count }) => sum + count, 0);
  for (const direction of ['rows', 'columns'] as const) {
    if (options.direction !== 'both' && options.direction !== direction) continue;
    groups.push(...levels(channels, options, end(), `${direction}, `));
  }
  for (const name of options.moments ? ['mean', 'deviation'] : []) {
    groups.push({ name, start: end(), count: channels.length, names: channels });
  }
  return groups;
}

/** The colours of an image. */
export function colourNames({ channels }: FeatureRecipe): string[] {
  return channels === 'rgb' ? ['red', 'green', 'blue'] : ['grey'];
}

function levels(
  channels: readonly string[],
  { depth, time }: Pick<FeatureRecipe, 'depth' | 'time'>,
  first: number,
  prefix: string,
): FeatureGroup[] {
  const letters = [...channels, ...(time ? ['time'] : [])].map(([letter]) => letter);
  const named = words(letters.length, Math.min(depth, NAMED_LEVELS)).map((word) =>
    word.map((letter) => letters[letter]).join(''),
  );
  let start = first;
  return Array.from({ length: depth }, (_, at) => {
    const count = letters.length ** (at + 1);
    const names = at < NAMED_LEVELS && named.slice(start - first, start - first + count);
    const group = { name: `${prefix}level ${at + 1}`, start, count, ...(names && { names }) };
    start += count;
    return group;
  });
}
