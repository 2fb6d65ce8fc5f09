import type { Word } from '../words/words.js';
import { standardFactorisation } from './standard-factorisation.js';

/** A sparse homogeneous polynomial: the places of words among those of their length, and factors. */
type Polynomial = ReadonlyMap<number, number>;

/**
 * The bracket of each Lyndon word multiplied out, [u, v] = uv - vu, in the order of the words,
 * which must come by length.
 */
export function bracketExpansions(lyndon: readonly Word[], channels: number): Polynomial[] {
  const known = new Map<string, Polynomial>();
  return lyndon.map((word) => {
    const expansion = expand(word, channels, known);
    known.set(word.join(), expansion);
    return expansion;
  });
}

function expand(word: Word, channels: number, known: ReadonlyMap<string, Polynomial>): Polynomial {
  if (word.length === 1) return new Map([[word[0], 1]]);
  const [left, right] = standardFactorisation(word);
  const first = known.get(left.join()) ?? new Map();
  const second = known.get(right.join()) ?? new Map();
  const product = new Map<number, number>();
  addProduct(product, first, second, channels ** right.length, 1);
  addProduct(product, second, first, channels ** left.length, -1);
  return product;
}

function addProduct(
  sum: Map<number, number>,
  left: Polynomial,
  right: Polynomial,
  wordsOnRight: number,
  sign: number,
): void {
  for (const [leftPlace, leftFactor] of left) {
    for (const [rightPlace, rightFactor] of right) {
      const place = leftPlace * wordsOnRight + rightPlace;
      const factor = (sum.get(place) ?? 0) + sign * leftFactor * rightFactor;
      if (factor === 0) sum.delete(place);
      else sum.set(place, factor);
    }
  }
}
