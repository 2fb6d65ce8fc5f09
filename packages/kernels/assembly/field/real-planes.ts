/** Reals of a row of a plane: those of the line, in whole vectors, and a vector of zeros on both sides. */
export function planeRow(steps: i32): i32 {
  return ((steps + 3) & ~3) + 8;
}

/**
 * Channels as planes [channel][line][step], so that four steps of a line go through the lanes of a
 * vector. What lies between the lines is 0, so that a step past an end is one to the origin.
 */
export function layRealPlanes(
  planes: usize,
  pixels: usize,
  steps: i32,
  stepBytes: usize,
  lines: i32,
  lineBytes: usize,
  channels: i32,
): void {
  const row = (<usize>planeRow(steps)) << 2;
  const plane = <usize>lines * row;
  memory.fill(planes, 0, <usize>channels * plane);
  for (let line = 0; line < lines; line++, pixels += lineBytes) {
    let to = planes + <usize>line * row + 16;
    for (let step = 0, from = pixels; step < steps; step++, from += stepBytes, to += 4) {
      for (let channel = 0, at = to; channel < channels; channel++, at += plane) {
        store<f32>(at, load<f32>(from + ((<usize>channel) << 2)));
      }
    }
  }
}

/** pixels += planes, the other way round. */
export function addRealPlanes(
  planes: usize,
  pixels: usize,
  steps: i32,
  stepBytes: usize,
  lines: i32,
  lineBytes: usize,
  channels: i32,
): void {
  const row = (<usize>planeRow(steps)) << 2;
  const plane = <usize>lines * row;
  for (let line = 0; line < lines; line++, pixels += lineBytes) {
    let from = planes + <usize>line * row + 16;
    for (let step = 0, to = pixels; step < steps; step++, to += stepBytes, from += 4) {
      for (let channel = 0, at = from; channel < channels; channel++, at += plane) {
        const place = to + ((<usize>channel) << 2);
        store<f32>(place, load<f32>(place) + load<f32>(at));
      }
    }
  }
}
