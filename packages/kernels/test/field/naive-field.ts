import type { FieldWindows } from '../../src/field/index.js';

/** A path as points of coordinates. */
type Path = number[][];

/** S_w = Σ over u₁ ≤ … ≤ u_k of Π dx_{w_i}(u_i), divided by the factorials of equal u: the definition. */
function iterated(path: Path, word: readonly number[], until = path.length - 1): number {
  if (word.length === 0) return 1;
  let sum = 0;
  for (let step = 1; step <= until; step++) {
    let product = 1;
    for (let equal = 1; equal <= word.length; equal++) {
      const letter = word[word.length - equal];
      product *= (path[step][letter] - path[step - 1][letter]) / equal;
      sum += product * iterated(path, word.slice(0, word.length - equal), step - 1);
    }
  }
  return sum;
}

function wordsOf(letters: number, depth: number): number[][] {
  const words: number[][] = [];
  let level: number[][] = [[]];
  for (let length = 1; length <= depth; length++) {
    level = level.flatMap((word) => Array.from({ length: letters }, (_, l) => [...word, l]));
    words.push(...level);
  }
  return words;
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/** The field as it is defined, window by window and word by word, in float64. */
export function naiveField(pixels: ArrayLike<number>, windows: FieldWindows): number[] {
  const { height, width, channels, window, stride, depth } = windows;
  const { time = false, direction = 'both', moments = true } = windows;
  const colours = Array.from({ length: channels }, (_, c) => c);
  const value = (y: number, x: number, c: number) => pixels[(y * width + x) * channels + c] / 255;
  const range = Array.from({ length: window }, (_, k) => k);
  const letters = channels + +time;
  const field: number[] = [];
  for (let top = 0; top + window <= height; top += stride) {
    for (let left = 0; left + window <= width; left += stride) {
      const point = (y: number, x: number, t: number) => [
        ...colours.map((c) => value(top + y, left + x, c)),
        ...(time ? [t / (window - 1)] : []),
      ];
      const rows = range.map((y) => range.map((x) => point(y, x, x)));
      const columns = range.map((x) => range.map((y) => point(y, x, y)));
      const directions = direction === 'both' ? [rows, columns] : [{ rows, columns }[direction]];
      for (const paths of directions) {
        for (const word of wordsOf(letters, depth)) {
          field.push(mean(paths.map((path) => iterated(path, word))));
        }
      }
      if (!moments) continue;
      const ofChannel = colours.map((c) => rows.flat().map((colour) => colour[c]));
      const means = ofChannel.map(mean);
      field.push(...means);
      for (const [c, values] of ofChannel.entries()) {
        field.push(Math.sqrt(mean(values.map((x) => (x - means[c]) ** 2))));
      }
    }
  }
  return field;
}
