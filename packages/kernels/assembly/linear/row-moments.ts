import { laneSum } from './lanes';

/** The mean of the reals in `width` bytes. */
export function rowMean(at: usize, width: usize): f32 {
  let sums = f32x4.splat(0);
  let j: usize = 0;
  for (; j + 16 <= width; j += 16) sums = f32x4.add(sums, v128.load(at + j));
  let sum = laneSum(sums);
  for (; j < width; j += 4) sum += load<f32>(at + j);
  return sum / <f32>(width >> 2);
}

/** The mean square distance from `mean`. */
export function rowVariance(at: usize, width: usize, mean: f32): f32 {
  let sums = f32x4.splat(0);
  let j: usize = 0;
  for (; j + 16 <= width; j += 16) {
    const centred = f32x4.sub(v128.load(at + j), f32x4.splat(mean));
    sums = f32x4.add(sums, f32x4.mul(centred, centred));
  }
  let sum = laneSum(sums);
  for (; j < width; j += 4) {
    const centred = load<f32>(at + j) - mean;
    sum += centred * centred;
  }
  return sum / <f32>(width >> 2);
}
