import type { NdArray } from 'ndarray';
import { requirePath } from '../arguments/require-path.js';
import { requireWord } from '../arguments/require-word.js';
import { allocateLike } from '../arrays/allocate.js';
import { copyIn } from '../arrays/copy-in.js';
import type { RealData } from '../arrays/real-array.js';
import type { Word } from '../words/words.js';
import { type Basepoint, startPoints } from './start-points.js';

export interface CoefficientsOptions {
  /** Put a point before the path: the origin, one point, or ndarray [batch, channels]. */
  basepoint?: Basepoint;
}

/**
 * Single coefficients of the signature, for words of any length, without computing the others:
 * only those of the words' prefixes are needed (Chen's identity; Lyons 2014, §2).
 *
 * `path` is [length, channels] or [batch, length, channels]; the result is [words] or
 * [batch, words], in the order given. The empty word has the coefficient 1.
 *
 * @throws TypeError for a path of the wrong rank or type, or words that are not arrays.
 * @throws RangeError for numbers that are not finite or letters that are no channels.
 *
 * @example
 * coefficients(path, [[0, 1], [1, 0]]); // their difference is twice the area swept
 */
export function coefficients<A extends RealData>(
  path: NdArray<A>,
  words: readonly Word[],
  { basepoint = false }: CoefficientsOptions = {},
): NdArray<A> {
  if (!Array.isArray(words)) {
    throw new TypeError(`words must be an array of words such as [[0, 1]], got ${String(words)}`);
  }
  const shape = requirePath(path);
  const { single, batch, length, channels } = shape;
  for (const word of words) requireWord(word, channels);
  const start = startPoints(basepoint, shape);
  const prefixes = prefixTree(words);
  const result = allocateLike(path.data, single ? [words.length] : [batch, words.length]);
  const points = new Float64Array((length + 1) * channels);
  const from = start === undefined ? 1 : 0;
  for (let row = 0; row < batch; row++) {
    start?.(row, points, 0);
    copyIn(single ? path : path.pick(row, null, null), points, channels);
    const values = integrate(points, from, length, channels, prefixes);
    for (const [index, node] of prefixes.wanted.entries()) {
      result.data[row * words.length + index] = values[node];
    }
  }
  return result;
}

interface PrefixTree {
  /** For each prefix: the prefix without its last letter, that letter, and its length. */
  parents: number[];
  letters: number[];
  lengths: number[];
  /** The node of each word asked for. */
  wanted: number[];
}

/** The words and all their prefixes, each once; node 0 is the empty word. */
function prefixTree(words: readonly Word[]): PrefixTree {
  const tree: PrefixTree = { parents: [0], letters: [0], lengths: [0], wanted: [] };
  const known = new Map<string, number>();
  for (const word of words) {
    let node = 0;
    for (const letter of word) {
      const key = `${node},${letter}`;
      const next = known.get(key) ?? tree.parents.length;
      if (next === tree.parents.length) {
        known.set(key, next);
        tree.parents.push(node);
        tree.letters.push(letter);
        tree.lengths.push(tree.lengths[node] + 1);
      }
      node = next;
    }
    tree.wanted.push(node);
  }
  return tree;
}

/** S_w += Σ_{uv = w, v not empty} S_u x_v / |v|!, for every increment x, by Horner's scheme. */
function integrate(
  points: Float64Array,
  from: number,
  to: number,
  channels: number,
  { parents, letters, lengths }: PrefixTree,
): Float64Array {
  const values = new Float64Array(parents.length);
  values[0] = 1;
  const ancestors = parents.map((_, node) => {
    const line = [node];
    while (line[0] !== 0) line.unshift(parents[line[0]]);
    return line;
  });
  const increment = new Float64Array(channels);
  for (let point = from; point < to; point++) {
    const at = point * channels;
    for (let channel = 0; channel < channels; channel++) {
      increment[channel] = points[at + channels + channel] - points[at + channel];
    }
    // A prefix has a smaller number than the words it starts, so those are done before it changes.
    for (let node = parents.length - 1; node > 0; node--) {
      const line = ancestors[node];
      const length = lengths[node];
      let sum = 0;
      for (let letter = 0; letter < length; letter++) {
        sum =
          ((values[line[letter]] + sum) * increment[letters[line[letter + 1]]]) / (length - letter);
      }
      values[node] += sum;
    }
  }
  return values;
}
