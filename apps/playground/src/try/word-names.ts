import type { Inside } from '../link/learner.js';

/** Features that stand together: a level of a signature, or a kind of a field's channels. */
export interface WordGroup {
  readonly name: string;
  /** Place of the first of them among the features of a stream or a window. */
  readonly start: number;
  /** What each is called: `rg` is red, then green; `t` is time; `12` is the first learned path, then the second. */
  readonly words: readonly string[];
}

type Described = Pick<Inside, 'transform' | 'letters' | 'depth' | 'direction' | 'shape'>;

/** Time has no mean. */
const TIME = 't';

/** The features of a stream or a window, in groups in their order. */
export function wordGroups({
  transform,
  letters,
  depth,
  direction,
  shape,
}: Described): WordGroup[] {
  const groups: WordGroup[] = [];
  let start = 0;
  const add = (name: string, words: readonly string[]): void => {
    groups.push({ name, start, words });
    start += words.length;
  };
  const addLevels = (of: string): void => {
    let words = [''];
    for (let level = 1; level <= depth; level++) {
      words = words.flatMap((word) => letters.map((letter) => word + letter));
      add(`${of}level ${level}`, words);
    }
  };
  if (transform === 'signature') addLevels('');
  if (transform === 'field') {
    for (const way of ['rows', 'columns'] as const) {
      if (direction === 'both' || direction === way) addLevels(`${way}, `);
    }
    const channels = letters.filter((letter) => letter !== TIME);
    if (start < shape[2]) add('mean', channels);
    if (start < shape[2]) add('deviation', channels);
  }
  return groups;
}
