import type { RealData } from '../arrays/real-array.js';

/**
 * out_w = (-1)^|w| x_reversed(w), from `at` on in `x`, where `x` holds its scalar only if
 * `scalarTerm`; `out` is not `x`.
 */
export function tensorAntipode(
  x: RealData,
  out: RealData,
  channels: number,
  depth: number,
  scalarTerm: boolean,
  at = 0,
): void {
  let start = at;
  if (scalarTerm) {
    out[start] = x[start];
    start++;
  }
  let words = 1;
  for (let level = 1; level <= depth; level++) {
    words *= channels;
    const sign = level % 2 === 0 ? 1 : -1;
    for (let word = 0, place = 0; word < words; word++) {
      out[start + word] = sign * x[start + place];
      // The reversed word's number counts up from the first letter instead of from the last.
      let weight = words / channels;
      let rest = word + 1;
      for (let letter = 0; letter < level; letter++) {
        place += weight;
        if (rest % channels !== 0) break;
        place -= weight * channels;
        rest /= channels;
        weight /= channels;
      }
    }
    start += words;
  }
}
