import { requireAllocatable } from '../arrays/allocate.js';
import { wordToIndex } from '../words/word-to-index.js';
import { bracketExpansions } from './bracket-expansions.js';
import { lyndonWords } from './lyndon-words.js';
import { type SparseColumns, sparseColumns } from './sparse-columns.js';

/** What takes expanded coordinates to those of the Lyndon basis, and back. */
export interface LyndonBasis {
  /** Where each Lyndon word stands in a tensor without scalar. */
  readonly places: Int32Array;
  /** One column a bracket: its words, as places in a tensor without scalar, and their factors. */
  readonly expansions: SparseColumns;
  /**
   * The same for the Lyndon words among them, as numbers of Lyndon words, but for the bracket's
   * own. All are larger: a bracket is its own word plus larger ones (Reutenauer 1993, §5.3).
   */
  readonly later: SparseColumns;
}

const KEPT = 8;
const known = new Map<string, LyndonBasis>();

/** The Lyndon basis; the last few are kept, for they cost more than a small batch does. */
export function lyndonBasis(channels: number, depth: number): LyndonBasis {
  const key = `${channels},${depth}`;
  const basis = known.get(key) ?? buildBasis(channels, depth);
  known.delete(key);
  known.set(key, basis);
  const [oldest] = known.keys();
  if (known.size > KEPT) known.delete(oldest);
  return basis;
}

function buildBasis(channels: number, depth: number): LyndonBasis {
  const lyndon = lyndonWords(channels, depth);
  // A bracket of n letters has up to 2^(n-1) words, each about 50 bytes while it is built.
  const entries = lyndon.reduce((sum, word) => sum + 2 ** (word.length - 1), 0);
  requireAllocatable(entries, 50);
  const places = Int32Array.from(lyndon, (word) => wordToIndex(word, channels));
  const numberAt = new Map(Array.from(places, (place, number) => [place, number]));
  const columns = bracketExpansions(lyndon, channels).map((expansion, number) => {
    const length = lyndon[number].length;
    const start = wordToIndex(Array<number>(length).fill(0), channels);
    return Array.from(expansion, ([place, value]) => [start + place, value] as const);
  });
  const later = columns.map((column, number) =>
    column.flatMap(([place, value]) => {
      const other = numberAt.get(place);
      return other === undefined || other === number ? [] : [[other, value] as const];
    }),
  );
  return { places, expansions: sparseColumns(columns), later: sparseColumns(later) };
}
