/**
 * out = a ⧢ b: (a ⧢ b)_w sums a_u b_v over all ways to deal the letters of w out to u and v in
 * order. `out` is none of the two.
 */
export function tensorShuffle(
  a: Float64Array,
  b: Float64Array,
  out: Float64Array,
  channels: number,
  depth: number,
): void {
  out.fill(0);
  const deal = (left: number, right: number, word: number, level: number): void => {
    out[word] += a[left] * b[right];
    if (level === depth) return;
    // Where the word with one letter more stands, in a tensor that holds its scalar at place 0.
    for (let letter = 1; letter <= channels; letter++) {
      deal(left * channels + letter, right, word * channels + letter, level + 1);
      deal(left, right * channels + letter, word * channels + letter, level + 1);
    }
  };
  deal(0, 0, 0, 0);
}
