import { loadPart, storePart, wholeVectors } from '../part-vectors';

/**
 * Bytes of a plane: the points of a line that are a stride apart, of one channel. Four segments begin at
 * a vector of them, and the last vector of segments reaches on by a window.
 */
export function planeBytes(starts: i32, window: i32, stride: i32): usize {
  return wholeVectors(((starts + 3) & ~3) + (window - 1) / stride);
}

/** Where each point of a segment lies from the segment's first, in planes [step % stride][channel]. */
export function layReach(
  reach: usize,
  channels: i32,
  window: i32,
  stride: i32,
  plane: usize,
): void {
  for (let step = 0; step < window; step++) {
    const phase = <usize>((step % stride) * channels) * plane;
    store<usize>(reach + ((<usize>step) << 2), phase + ((<usize>(step / stride)) << 2));
  }
}

/** A line of points as planes [step % stride][channel], zeros behind its end. */
export function layLinePlanes(
  planes: usize,
  pixels: usize,
  steps: i32,
  stepBytes: usize,
  channels: i32,
  window: i32,
  stride: i32,
  plane: usize,
): void {
  const apart = <usize>stride * stepBytes;
  const zero = f32x4.splat(0);
  for (let phase = 0; phase < min(stride, window); phase++, pixels += stepBytes) {
    let rest = steps > phase ? (steps - phase - 1) / stride + 1 : 0;
    let from = pixels;
    for (let at: usize = 0; at < plane; at += 16, rest -= 4, from += apart << 2) {
      for (let c = 0; c < channels; c += 4) {
        const count = channels - c;
        const p = from + ((<usize>c) << 2);
        const w = rest > 0 ? loadPart(p, count) : zero;
        const x = rest > 1 ? loadPart(p + apart, count) : zero;
        const y = rest > 2 ? loadPart(p + apart * 2, count) : zero;
        const z = rest > 3 ? loadPart(p + apart * 3, count) : zero;
        const wx = i32x4.shuffle(w, x, 0, 4, 1, 5);
        const yz = i32x4.shuffle(y, z, 0, 4, 1, 5);
        const to = planes + <usize>c * plane + at;
        v128.store(to, i64x2.shuffle(wx, yz, 0, 2));
        if (count < 2) continue;
        v128.store(to + plane, i64x2.shuffle(wx, yz, 1, 3));
        if (count < 3) continue;
        const wxHigh = i32x4.shuffle(w, x, 2, 6, 3, 7);
        const yzHigh = i32x4.shuffle(y, z, 2, 6, 3, 7);
        v128.store(to + plane * 2, i64x2.shuffle(wxHigh, yzHigh, 0, 2));
        if (count < 4) continue;
        v128.store(to + plane * 3, i64x2.shuffle(wxHigh, yzHigh, 1, 3));
      }
    }
    planes += <usize>channels * plane;
  }
}

/**
 * Bytes before and behind the gradients of a point in its plane, zeros: the point is that of no segment there.
 */
export function planeMargin(window: i32, stride: i32): usize {
  return wholeVectors((window - 1) / stride);
}

/**
 * Adds to the pixels of a line the gradients of every point of its segments, planes [point][channel] with one
 * number a segment between margins.
 */
export function addPointGradients(
  planes: usize,
  pixels: usize,
  steps: i32,
  stepBytes: usize,
  channels: i32,
  window: i32,
  stride: i32,
  plane: usize,
): void {
  const apart = <usize>stride * stepBytes;
  const point = <usize>channels * plane;
  const margin = planeMargin(window, stride);
  // From a point to the one that lies a stride further, one segment earlier.
  const further = <usize>stride * point - 4;
  for (let phase = 0; phase < min(stride, window); phase++, pixels += stepBytes) {
    const points = (window - phase - 1) / stride + 1;
    let rest = steps > phase ? (steps - phase - 1) / stride + 1 : 0;
    let to = pixels;
    for (
      let at = planes + margin;
      at < planes + plane && rest > 0;
      at += 16, rest -= 4, to += apart << 2
    ) {
      for (let c = 0; c < channels; c += 4) {
        const count = channels - c;
        const from = at + <usize>c * plane;
        const w = sumOf(from, further, points);
        const x = count > 1 ? sumOf(from + plane, further, points) : w;
        const y = count > 2 ? sumOf(from + plane * 2, further, points) : w;
        const z = count > 3 ? sumOf(from + plane * 3, further, points) : w;
        const wx = i32x4.shuffle(w, x, 0, 4, 1, 5);
        const yz = i32x4.shuffle(y, z, 0, 4, 1, 5);
        const p = to + ((<usize>c) << 2);
        addPart(p, i64x2.shuffle(wx, yz, 0, 2), count);
        if (rest < 2) continue;
        addPart(p + apart, i64x2.shuffle(wx, yz, 1, 3), count);
        if (rest < 3) continue;
        const wxHigh = i32x4.shuffle(w, x, 2, 6, 3, 7);
        const yzHigh = i32x4.shuffle(y, z, 2, 6, 3, 7);
        addPart(p + apart * 2, i64x2.shuffle(wxHigh, yzHigh, 0, 2), count);
        if (rest < 4) continue;
        addPart(p + apart * 3, i64x2.shuffle(wxHigh, yzHigh, 1, 3), count);
      }
    }
    planes += point;
  }
}

function sumOf(from: usize, bytes: usize, count: i32): v128 {
  let sum = v128.load(from);
  for (let index = 1; index < count; index++) {
    from += bytes;
    sum = f32x4.add(sum, v128.load(from));
  }
  return sum;
}

function addPart(to: usize, values: v128, count: i32): void {
  storePart(to, f32x4.add(loadPart(to, count), values), count);
}
