import { multiplyExponential } from './multiply-exponential';
import { storeTransposed } from './store-transposed';

/**
 * Signatures of `paths` lines of pixels, divided by 255, a path in each lane, [paths, words]. Strides
 * are in bytes. Lanes beyond the last path repeat it. Up to 12 bytes behind the output are touched.
 *
 * The workspace holds vectors: the state [words], 3 unused ones, the points seen last [channels], and
 * the scratch of `multiplyExponential`.
 */
export function signatures(
  pixels: usize,
  paths: i32,
  pathStride: i32,
  length: i32,
  stepStride: i32,
  channels: i32,
  depth: i32,
  basepoint: i32,
  time: i32,
  words: i32,
  out: usize,
  workspace: usize,
): void {
  const dimension = channels + time;
  const previous = workspace + ((<usize>(words + 3)) << 4);
  const scratch = previous + ((<usize>channels) << 4);
  const timeStep = length > 1 ? <f32>(1.0 / <f64>(length - 1)) : 0;
  const share = f32x4.splat(<f32>(1.0 / 255));
  for (let first = 0; first < paths; first += 4) {
    const last = paths - 1 - first;
    const l1 = min(1, last);
    const l2 = min(2, last);
    const l3 = min(3, last);
    memory.fill(workspace, 0, scratch - workspace);
    let at = pixels + first * pathStride;
    for (let step = 0; step < length; step++, at += stepStride) {
      for (let channel = 0; channel < channels; channel++) {
        const p = at + channel;
        let point = i32x4.splat(load<u8>(p));
        point = i32x4.replace_lane(point, 1, load<u8>(p + l1 * pathStride));
        point = i32x4.replace_lane(point, 2, load<u8>(p + l2 * pathStride));
        point = i32x4.replace_lane(point, 3, load<u8>(p + l3 * pathStride));
        const seen = previous + ((<usize>channel) << 4);
        const increment = f32x4.convert_i32x4_s(i32x4.sub(point, v128.load(seen)));
        v128.store(scratch + ((<usize>channel) << 4), f32x4.mul(increment, share));
        v128.store(seen, point);
      }
      if (time) v128.store(scratch + ((<usize>channels) << 4), f32x4.splat(step ? timeStep : 0));
      if (step | basepoint) multiplyExponential(workspace, scratch, dimension, depth);
    }
    const outBytes = (<usize>words) << 2;
    const to = out + <usize>first * outBytes;
    storeTransposed(workspace, words, to, l1 * outBytes, l2 * outBytes, l3 * outBytes);
  }
}
