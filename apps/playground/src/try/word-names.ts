import type { Inside } from '../link/learner.js';

/** Features that stand together: a level of a signature, or a kind of a field's channels. */
export interface WordGroup {
  readonly name: string;
  /** Place of the first of them among the features of a stream or a window. */
  readonly start: number;
  /** What each is called: `rg` is red, then green; `t` is time. */
  readonly words: readonly string[];
}

type Described = Pick<Inside, 'transform' | 'channels' | 'depth' | 'direction' | 'time' | 'shape'>;

/** The channels of an image, by their first letters. */
export function letters({ channels, time }: Pick<Inside, 'channels' | 'time'>): string[] {
  return [...(channels === 3 ? ['r', 'g', 'b'] : ['g']), ...(time ? ['t'] : [])];
}

/** The features of a stream or a window, in groups in their order. */
export function wordGroups(inside: Described): WordGroup[] {
  const { transform, depth, direction, shape, channels } = inside;
  const groups: WordGroup[] = [];
  let start = 0;
  const add = (name: string, words: readonly string[]): void => {
    groups.push({ name, start, words });
    start += words.length;
  };
  const addLevels = (of: string): void => {
    let words = [''];
    for (let level = 1; level <= depth; level++) {
      words = words.flatMap((word) => letters(inside).map((letter) => word + letter));
      add(`${of}level ${level}`, words);
    }
  };
  if (transform === 'signature') addLevels('');
  if (transform === 'field') {
    for (const way of ['rows', 'columns'] as const) {
      if (direction === 'both' || direction === way) addLevels(`${way}, `);
    }
    const colours = letters({ channels, time: false });
    if (start < shape[2]) add('mean', colours);
    if (start < shape[2]) add('deviation', colours);
  }
  return groups;
}
