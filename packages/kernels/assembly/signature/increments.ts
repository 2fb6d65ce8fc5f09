import { gather, gatherBytes } from './lanes';

/** One coordinate of the lanes' points, from bytes or from reals of the lanes' own type. */
@inline function coordinate<S, T>(p0: usize, p1: usize, p2: usize, p3: usize): v128 {
  return isInteger<S>() ? gatherBytes(p0, p1, p2, p3) : gather<T>(p0, p1, p2, p3);
}

/**
 * Writes the next `count` increments of the lanes' paths, [count, channels (+ time)] vectors.
 *
 * `previous` holds the last point seen, a vector a channel, and is moved on. Bytes are divided by
 * 255 after subtracting, where the difference is still exact. `timeStep` is the last channel's
 * increment, written when `time` is 1.
 */
export function layIncrements<S, T>(
  increments: usize, previous: usize, p0: usize, p1: usize, p2: usize, p3: usize, stepBytes: usize,
  count: i32, channels: i32, time: i32, timeStep: T,
): void {
  const unit = v128.splat<T>(<T>(1.0 / 255.0));
  for (let step = 0; step < count; step++) {
    for (let channel = 0; channel < channels; channel++) {
      const at = <usize>channel * sizeof<S>();
      const point = coordinate<S, T>(p0 + at, p1 + at, p2 + at, p3 + at);
      const before = previous + (channel << 4);
      let increment = v128.sub<T>(point, v128.load(before));
      if (isInteger<S>()) increment = v128.mul<T>(increment, unit);
      v128.store(increments, increment);
      v128.store(before, point);
      increments += 16;
    }
    if (time) {
      v128.store(increments, v128.splat<T>(timeStep));
      increments += 16;
    }
    p0 += stepBytes;
    p1 += stepBytes;
    p2 += stepBytes;
    p3 += stepBytes;
  }
}

/** The increment from the last point seen back to the origin. */
export function layReturn<S, T>(
  increments: usize, previous: usize, channels: i32, time: i32,
): void {
  const unit = v128.splat<T>(isInteger<S>() ? <T>(-1.0 / 255.0) : <T>-1.0);
  for (let channel = 0; channel < channels; channel++) {
    const at = channel << 4;
    v128.store(increments + at, v128.mul<T>(v128.load(previous + at), unit));
  }
  if (time) v128.store(increments + (channels << 4), v128.splat<T>(0));
}
