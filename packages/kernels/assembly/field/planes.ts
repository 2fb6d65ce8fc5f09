/**
 * Pixels as 16-bit planes [step][letter][line], so that four lines go through the lanes of a vector;
 * `padded` lines, those past the image 0. With `time` the last letter is the number of the step.
 */
export function layPlanes(
  planes: usize,
  pixels: usize,
  steps: i32,
  stepBytes: usize,
  lines: i32,
  padded: i32,
  lineBytes: usize,
  channels: i32,
  time: i32,
): void {
  const row = (<usize>padded) << 1;
  for (let step = 0; step < steps; step++) {
    for (let channel = 0; channel < channels; channel++, planes += row) {
      let from = pixels + <usize>channel;
      const end = planes + ((<usize>lines) << 1);
      let to = planes;
      for (; to < end; to += 2, from += lineBytes) store<u16>(to, <u16>load<u8>(from));
      for (; to < planes + row; to += 2) store<u16>(to, 0);
    }
    if (time) {
      for (const end = planes + row; planes < end; planes += 2) store<u16>(planes, <u16>step);
    }
    pixels += stepBytes;
  }
}
