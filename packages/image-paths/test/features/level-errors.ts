/** The largest error of each level, relative to the level's largest entry over all streams. */
export function levelErrors(
  found: ArrayLike<number>,
  wanted: readonly number[],
  channels: number,
  depth: number,
): number[] {
  const words = (channels ** (depth + 1) - channels) / (channels - 1);
  if (found.length !== wanted.length) throw new RangeError('the lengths differ');
  const errors: number[] = [];
  let first = 0;
  for (let level = 1; level <= depth; level++) {
    const end = first + channels ** level;
    let largest = 0;
    let error = 0;
    for (let at = 0; at < wanted.length; at++) {
      if (at % words < first || at % words >= end) continue;
      largest = Math.max(largest, Math.abs(wanted[at]));
      error = Math.max(error, Math.abs(found[at] - wanted[at]));
    }
    errors.push(error / largest);
    first = end;
  }
  return errors;
}
