/**
 * Words of the levels 1 to `depth` over `channels` letters: the numbers of a signature without
 * level 0.
 *
 * @example
 * wordCount(3, 4); // 120
 */
export function wordCount(channels: number, depth: number): number {
  let words = 0;
  for (let level = 0; level < depth; level++) words = (words + 1) * channels;
  return words;
}
