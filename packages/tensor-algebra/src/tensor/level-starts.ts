/**
 * Where each level starts in a tensor that holds its scalar at place 0, and after the last of
 * them the tensor's size.
 */
export function levelStarts(channels: number, depth: number): number[] {
  const starts = [0];
  for (let level = 0, words = 1; level <= depth; level++, words *= channels) {
    starts.push(starts[level] + words);
  }
  return starts;
}
