/** Which old pixels lie under each new one: from `first`, with the weights from `start` on. */
export interface Coverage {
  readonly first: Int32Array;
  readonly start: Int32Array;
  readonly weights: Int32Array;
}

/**
 * The overlaps of `from` old pixels with `to` new ones along one side.
 *
 * Lengths are measured in 1/(from · to) of the side, so that an old pixel is `to` long, a new one
 * `from`, and every overlap is an integer.
 */
export function coverage(from: number, to: number): Coverage {
  const first = new Int32Array(to);
  const start = new Int32Array(to + 1);
  const weights = new Int32Array(from + to);
  let at = 0;
  for (let index = 0; index < to; index++) {
    const begin = index * from;
    const end = begin + from;
    first[index] = Math.floor(begin / to);
    for (let old = first[index]; old * to < end; old++) {
      weights[at++] = Math.min(end, (old + 1) * to) - Math.max(begin, old * to);
    }
    start[index + 1] = at;
  }
  return { first, start, weights };
}
