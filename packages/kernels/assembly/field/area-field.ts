import { layPlanes } from './planes';
import { runningSums } from './running-sums';

/**
 * The field of depth 2 of the lines of one direction, in a fixed number of operations a pixel.
 *
 * With d the difference of a segment's last point and its first, and Q(t) the running sum of
 * x_i(u) x_j(u + 1) − x_j(u) x_i(u + 1), which is twice the area that the path sweeps around the
 * origin, the shuffle identity and the shoelace formula give
 *
 *   2 S_ij = d_i d_j + Q(last) − Q(first) − (x_i(first) x_j(last) − x_j(first) x_i(last)).
 *
 * All is integers until the window's total is known, so nothing is lost on lines of any length. The
 * running sums may wrap around: a difference is exact modulo 2³², and a window's total of 2 S_ij over
 * w lines is at most w (2 · 127.5² w + 255²), below 2³¹ for w ≤ 256. (A closed path of w points in
 * [0, 255]² has twice the area Σ (x(u) − c) × (x(u + 1) − c) around any c, here the centre; time goes
 * from 0 to w − 1 ≤ 255 too.)
 *
 * The workspace holds: the planes, the running sums, those of the windows that have begun, and the
 * words of every line.
 *
 * @param startBytes from a window to the next one along the lines.
 * @param bandBytes from a window to the next one across the lines.
 */
export function areaField(
  workspace: usize,
  pixels: usize,
  steps: i32,
  stepBytes: usize,
  lines: i32,
  lineBytes: usize,
  channels: i32,
  time: i32,
  window: i32,
  stride: i32,
  out: usize,
  startBytes: usize,
  bandBytes: usize,
): void {
  const letters = channels + time;
  const padded = (lines + 3) & ~3;
  const planeBytes = (<usize>(letters * padded)) << 1;
  const areaBytes = (<usize>(((letters * (letters - 1)) / 2) * padded)) << 2;
  const open = (window - 1) / stride + 1;
  const planes = workspace;
  const areas = planes + ((<usize>steps * planeBytes + 15) & ~15);
  const begun = areas + areaBytes;
  const sums = begun + <usize>open * areaBytes;
  const starts = (steps - window) / stride + 1;
  const bands = (lines - window) / stride + 1;

  layPlanes(planes, pixels, steps, stepBytes, lines, padded, lineBytes, channels, time);
  memory.fill(areas, 0, areaBytes);
  let start = 0;
  let end = 0;
  for (let step = 0; end < starts; step++) {
    const now = planes + <usize>step * planeBytes;
    if (step > 0) addAreas(areas, now - planeBytes, now, letters, padded);
    if (step == start * stride) {
      memory.copy(begun + <usize>(start % open) * areaBytes, areas, areaBytes);
      start++;
    }
    if (step != end * stride + window - 1) continue;
    const first = now - <usize>(window - 1) * planeBytes;
    layWords(sums, first, now, begun + <usize>(end % open) * areaBytes, areas, letters, padded);
    storeMeans(sums, padded, letters, time, window, stride, bands, out, bandBytes);
    out += startBytes;
    end++;
  }
}

/** areas[i < j] += x_i y_j − x_j y_i, where x is the point before y. */
function addAreas(areas: usize, x: usize, y: usize, letters: i32, padded: i32): void {
  const row = (<usize>padded) << 1;
  const last = row * <usize>letters;
  for (let i: usize = 0; i < last; i += row) {
    for (let j = i + row; j < last; j += row) {
      for (let at: usize = 0; at < row; at += 8, areas += 16) {
        const twice = i32x4.sub(
          i32x4.mul(v128.load16x4_u(x + i + at), v128.load16x4_u(y + j + at)),
          i32x4.mul(v128.load16x4_u(x + j + at), v128.load16x4_u(y + i + at)),
        );
        v128.store(areas, i32x4.add(v128.load(areas), twice));
      }
    }
  }
}

/**
 * The words of the segment from x to y of every line, as rows after a vector of zeros: d_i, then
 * 2 S_ij.
 */
function layWords(
  sums: usize,
  x: usize,
  y: usize,
  before: usize,
  areas: usize,
  letters: i32,
  padded: i32,
): void {
  const row = (<usize>padded) << 1;
  const last = row * <usize>letters;
  const sumRow = ((<usize>padded) << 2) + 16;
  const pairs = sums + <usize>letters * sumRow;
  let word = sums + 16;
  for (let i: usize = 0; i < last; i += row, word += sumRow) {
    for (let at: usize = 0; at < row; at += 8) {
      const d = i32x4.sub(v128.load16x4_u(y + i + at), v128.load16x4_u(x + i + at));
      v128.store(word + (at << 1), d);
    }
  }
  for (let i = 0; i < letters; i++) {
    const xi = x + <usize>i * row;
    const yi = y + <usize>i * row;
    const diagonal = pairs + <usize>(i * letters + i) * sumRow + 16;
    for (let at: usize = 0; at < row; at += 8) {
      const d = i32x4.sub(v128.load16x4_u(yi + at), v128.load16x4_u(xi + at));
      v128.store(diagonal + (at << 1), i32x4.mul(d, d));
    }
    for (let j = i + 1; j < letters; j++) {
      const xj = x + <usize>j * row;
      const yj = y + <usize>j * row;
      const ij = pairs + <usize>(i * letters + j) * sumRow + 16;
      const ji = pairs + <usize>(j * letters + i) * sumRow + 16;
      for (let at: usize = 0; at < row; at += 8, areas += 16, before += 16) {
        const ai = v128.load16x4_u(xi + at);
        const bi = v128.load16x4_u(yi + at);
        const aj = v128.load16x4_u(xj + at);
        const bj = v128.load16x4_u(yj + at);
        const product = i32x4.mul(i32x4.sub(bi, ai), i32x4.sub(bj, aj));
        const chord = i32x4.sub(i32x4.mul(ai, bj), i32x4.mul(aj, bi));
        const area = i32x4.sub(i32x4.sub(v128.load(areas), v128.load(before)), chord);
        v128.store(ij + (at << 1), i32x4.add(product, area));
        v128.store(ji + (at << 1), i32x4.sub(product, area));
      }
    }
  }
}

/** The mean over the lines of each window. */
function storeMeans(
  sums: usize,
  padded: i32,
  letters: i32,
  time: i32,
  window: i32,
  stride: i32,
  bands: i32,
  out: usize,
  bandBytes: usize,
): void {
  const row = ((<usize>padded) << 2) + 16;
  const timeUnit: f64 = 1.0 / <f64>(window - 1);
  const colours = letters - time;
  for (let i = -1; i < letters; i++) {
    for (let j = 0; j < letters; j++, sums += row, out += 4) {
      let unit = (j < colours ? 1.0 / 255.0 : timeUnit) / <f64>window;
      if (i >= 0) unit *= 0.5 * (i < colours ? 1.0 / 255.0 : timeUnit);
      runningSums(sums + 16, padded, 1);
      let from = sums + 12;
      let to = out;
      for (let band = 0; band < bands; band++, to += bandBytes, from += (<usize>stride) << 2) {
        const total = load<i32>(from + ((<usize>window) << 2)) - load<i32>(from);
        store<f32>(to, <f32>(<f64>total * unit));
      }
    }
  }
}
