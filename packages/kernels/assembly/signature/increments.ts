import { gather, gatherBytes } from './lanes';

/**
 * Writes the next `count` increments of the lanes' paths, [count, channels (+ time)] vectors.
 *
 * `previous` holds the last point seen, a vector a channel, and is moved on. Coordinates are reals,
 * or with `pixels` bytes, which are divided by 255 after subtracting, where the difference is still
 * exact. `timeStep` is the last channel's increment, written when `time` is 1.
 */
export function layIncrements<T>(
  increments: usize, previous: usize, p0: usize, p1: usize, p2: usize, p3: usize, stepBytes: usize,
  count: i32, channels: i32, pixels: bool, time: i32, timeStep: T,
): void {
  const unit = v128.splat<T>(<T>(1.0 / 255.0));
  const end = previous + (<usize>channels << 4);
  for (let step = 0; step < count; step++) {
    let q0 = p0;
    let q1 = p1;
    let q2 = p2;
    let q3 = p3;
    for (let before = previous; before < end; before += 16) {
      let point: v128;
      let increment: v128;
      if (sizeof<T>() == 4 && pixels) {
        point = gatherBytes(q0++, q1++, q2++, q3++);
        increment = v128.mul<T>(v128.sub<T>(point, v128.load(before)), unit);
      } else {
        point = gather<T>(q0, q1, q2, q3);
        increment = v128.sub<T>(point, v128.load(before));
        q0 += sizeof<T>();
        q1 += sizeof<T>();
        q2 += sizeof<T>();
        q3 += sizeof<T>();
      }
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

/** The increment from the last point seen, of reals, back to the origin. */
export function layReturn<T>(increments: usize, previous: usize, channels: i32, time: i32): void {
  for (let channel = 0; channel < channels; channel++) {
    const at = channel << 4;
    v128.store(increments + at, v128.neg<T>(v128.load(previous + at)));
  }
  if (time) v128.store(increments + (channels << 4), v128.splat<T>(0));
}
