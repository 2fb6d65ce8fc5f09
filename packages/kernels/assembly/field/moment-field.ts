import { runningSums } from './running-sums';

/**
 * Mean and deviation of each channel in every window, in a fixed number of operations a pixel: means
 * first, then deviations. Sums and sums of squares are integers, which may wrap around on the way; a
 * window's own are below 2³² for windows up to 256. So the variance is exact, and 0 where a window
 * has one colour only.
 *
 * The workspace holds: the running sums of each column with their squares, those of the windows that
 * have begun, and those of the window that ends, after room for a pixel.
 */
export function momentField(
  workspace: usize,
  pixels: usize,
  height: i32,
  width: i32,
  channels: i32,
  window: i32,
  stride: i32,
  out: usize,
  startBytes: usize,
  bandBytes: usize,
): void {
  const values = width * channels;
  const padded = (values + 7) & ~7;
  const sumBytes = (<usize>padded) << 2;
  const open = (window - 1) / stride + 1;
  const sums = workspace;
  const begun = sums + sumBytes * 2;
  const room = (<usize>((channels + 3) & ~3)) << 2;
  const total = begun + <usize>open * sumBytes * 2 + room;
  const totalSquares = total + sumBytes + room;
  const down = (height - window) / stride + 1;
  const across = (width - window) / stride + 1;

  memory.fill(sums, 0, sumBytes * 2);
  let start = 0;
  let end = 0;
  for (let y = 0; end < down; y++, pixels += <usize>values) {
    if (y == start * stride) {
      memory.copy(begun + <usize>(start % open) * sumBytes * 2, sums, sumBytes * 2);
      start++;
    }
    addRow(sums, sums + sumBytes, pixels, values);
    if (y != end * stride + window - 1) continue;
    const before = begun + <usize>(end % open) * sumBytes * 2;
    subtract(total, sums, before, sumBytes);
    subtract(totalSquares, sums + sumBytes, before + sumBytes, sumBytes);
    runningSums(total, values, channels);
    runningSums(totalSquares, values, channels);
    storeMoments(total, totalSquares, across, channels, window, stride, out, startBytes);
    out += bandBytes;
    end++;
  }
}

/** sums += x, squares += x², for the bytes x of a row. */
function addRow(sums: usize, squares: usize, pixels: usize, count: i32): void {
  let k = 0;
  for (; k + 8 <= count; k += 8, sums += 32, squares += 32) {
    const x = v128.load8x8_u(pixels + <usize>k);
    const square = i16x8.mul(x, x);
    v128.store(sums, i32x4.add(v128.load(sums), i32x4.extend_low_i16x8_u(x)));
    v128.store(sums, i32x4.add(v128.load(sums, 16), i32x4.extend_high_i16x8_u(x)), 16);
    v128.store(squares, i32x4.add(v128.load(squares), i32x4.extend_low_i16x8_u(square)));
    v128.store(squares, i32x4.add(v128.load(squares, 16), i32x4.extend_high_i16x8_u(square)), 16);
  }
  for (; k < count; k++, sums += 4, squares += 4) {
    const x = <i32>load<u8>(pixels + <usize>k);
    store<i32>(sums, load<i32>(sums) + x);
    store<i32>(squares, load<i32>(squares) + x * x);
  }
}

/** to = a − b, in integers. */
function subtract(to: usize, a: usize, b: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    v128.store(to + at, i32x4.sub(v128.load(a + at), v128.load(b + at)));
  }
}

/** Of the windows of one band, from the sums up to each pixel. */
function storeMoments(
  sums: usize,
  squares: usize,
  across: i32,
  channels: i32,
  window: i32,
  stride: i32,
  out: usize,
  startBytes: usize,
): void {
  const pixel = (<usize>channels) << 2;
  const far = <usize>window * pixel;
  const count = <f64>(window * window);
  const unit = 1.0 / (255.0 * count);
  sums -= pixel;
  squares -= pixel;
  for (let i = 0; i < across; i++, out += startBytes) {
    for (let at: usize = 0; at < pixel; at += 4) {
      const sum = <f64>(load<u32>(sums + at + far) - load<u32>(sums + at));
      const square = <f64>(load<u32>(squares + at + far) - load<u32>(squares + at));
      store<f32>(out + at, <f32>(sum * unit));
      store<f32>(out + pixel + at, <f32>(sqrt(count * square - sum * sum) * unit));
    }
    sums += <usize>stride * pixel;
    squares += <usize>stride * pixel;
  }
}
