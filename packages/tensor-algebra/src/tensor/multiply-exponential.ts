/** Scratch for `multiplyExponential`: two numbers for each word of the last level but one. */
export function exponentialScratch(channels: number, depth: number): Float64Array {
  return new Float64Array(2 * channels ** depth);
}

/**
 * state ⊗= exp(increment), in place, for a state of scalar 1: one step of a path, by Horner's
 * scheme (Kidger & Lyons 2021, §5.1).
 */
export function multiplyExponential(
  state: Float64Array,
  increment: Float64Array,
  starts: readonly number[],
  scratch: Float64Array,
): void {
  const depth = starts.length - 2;
  const channels = increment.length;
  const half = scratch.length / 2;
  // From the top down: a level needs the ones below as they were.
  for (let level = depth; level > 0; level--) {
    let from = 0;
    let to = half;
    let words = 1;
    scratch[from] = 0;
    for (let below = 0; below < level; below++) {
      const start = starts[below];
      const scale = 1 / (level - below);
      const last = below === level - 1;
      for (let word = 0, at = last ? starts[level] : to; word < words; word++) {
        const factor = (scratch[from + word] + state[start + word]) * scale;
        if (last) for (let c = 0; c < channels; c++) state[at++] += factor * increment[c];
        else for (let c = 0; c < channels; c++) scratch[at++] = factor * increment[c];
      }
      [from, to] = [to, from];
      words *= channels;
    }
  }
}
