import { planeRow } from './real-planes';

/** Reals of a row of segments, in whole vectors. */
export function endRow(starts: i32): i32 {
  return (starts + 3) & ~3;
}

/**
 * The points at `offset` steps from the starts of a line's segments, [channel][start]: of each channel
 * a row of `endRow` reals.
 */
export function gatherEnds(
  ends: usize,
  planes: usize,
  line: i32,
  lines: i32,
  steps: i32,
  channels: i32,
  starts: i32,
  stride: i32,
  offset: i32,
): void {
  const row = (<usize>planeRow(steps)) << 2;
  const spare = (<usize>(endRow(starts) - starts)) << 2;
  const step = (<usize>stride) << 2;
  let plane = planes + <usize>line * row + 16 + ((<usize>offset) << 2);
  for (let channel = 0; channel < channels; channel++, plane += <usize>lines * row) {
    for (let start = 0, from = plane; start < starts; start++, from += step, ends += 4) {
      store<f32>(ends, load<f32>(from));
    }
    memory.fill(ends, 0, spare);
    ends += spare;
  }
}

/** Adds to the points what was gathered from them, or its gradient. */
export function scatterEnds(
  ends: usize,
  planes: usize,
  line: i32,
  lines: i32,
  steps: i32,
  channels: i32,
  starts: i32,
  stride: i32,
  offset: i32,
): void {
  const row = (<usize>planeRow(steps)) << 2;
  const spare = (<usize>(endRow(starts) - starts)) << 2;
  const step = (<usize>stride) << 2;
  let plane = planes + <usize>line * row + 16 + ((<usize>offset) << 2);
  for (let channel = 0; channel < channels; channel++, plane += <usize>lines * row) {
    for (let start = 0, to = plane; start < starts; start++, to += step, ends += 4) {
      store<f32>(to, load<f32>(to) + load<f32>(ends));
    }
    ends += spare;
  }
}
