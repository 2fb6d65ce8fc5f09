import { finish, unpack } from './panels';

/**
 * out[rows, columns] = max(low, (input · weights) · scale + bias), low being 0 or −∞.
 *
 * A row of the input is `segments` pieces of `inner` reals, so that the windows of a convolution are
 * rows that overlap. The weights lie in panels of 8 columns, [panel][segments · inner][8], the last
 * one filled up; where there is room in `unpacked` they are int8 and become reals there, a panel at a
 * time. Strides are in bytes. Panels run from the last to the first, rows from the first to the last:
 * what a panel writes beyond the columns is written again by the one that belongs there. Up to 28
 * bytes behind the output are touched.
 */
export function product(
  input: usize,
  rowBytes: i32,
  rows: i32,
  segments: i32,
  segmentBytes: i32,
  inner: i32,
  weights: usize,
  unpacked: usize,
  scale: usize,
  bias: usize,
  out: usize,
  columns: i32,
  low: f32,
): void {
  products<f32>(
    input,
    rowBytes,
    rows,
    segments,
    segmentBytes,
    inner,
    weights,
    unpacked,
    scale,
    bias,
    out,
    columns,
    low,
  );
}

/**
 * The same of integers, exact in int32: the input int16, the weights int8, both in pairs,
 * [panel][segments · inner][8][2]; `inner` counts pairs, and nothing is unpacked.
 */
export function productIntegers(
  input: usize,
  rowBytes: i32,
  rows: i32,
  segments: i32,
  segmentBytes: i32,
  inner: i32,
  weights: usize,
  _unpacked: usize,
  scale: usize,
  bias: usize,
  out: usize,
  columns: i32,
  low: f32,
): void {
  products<i16>(
    input,
    rowBytes,
    rows,
    segments,
    segmentBytes,
    inner,
    weights,
    0,
    scale,
    bias,
    out,
    columns,
    low,
  );
}

/** Reals, or pairs of integers, which take as many bytes. */
function products<T>(
  input: usize,
  rowBytes: i32,
  rows: i32,
  segments: i32,
  segmentBytes: i32,
  inner: i32,
  weights: usize,
  unpacked: usize,
  scale: usize,
  bias: usize,
  out: usize,
  columns: i32,
  low: f32,
): void {
  const count = segments * inner;
  const outBytes = columns << 2;
  const floor = f32x4.splat(low);
  const small = sizeof<T>() == 2;
  for (let panel = (columns - 1) >> 3; panel >= 0; panel--) {
    let b = weights + ((<usize>panel * count) << (small ? 4 : unpacked ? 3 : 5));
    if (unpacked) {
      unpack(b, count, unpacked);
      b = unpacked;
    }
    const at = (<usize>panel) << 5;
    const s0 = v128.load(scale + at);
    const s1 = v128.load(scale + at, 16);
    const t0 = v128.load(bias + at);
    const t1 = v128.load(bias + at, 16);
    for (let row = 0; row < rows; row += 4) {
      const last = rows - 1 - row;
      const l1 = min(1, last);
      const l2 = min(2, last);
      const l3 = min(3, last);
      let a = input + row * rowBytes;
      let c00 = f32x4.splat(0);
      let c01 = c00;
      let c10 = c00;
      let c11 = c00;
      let c20 = c00;
      let c21 = c00;
      let c30 = c00;
      let c31 = c00;
      let w = b;
      for (let segment = 0; segment < segments; segment++, a += segmentBytes) {
        let a0 = a;
        const end = a + ((<usize>inner) << 2);
        if (last == 0) {
          for (; a0 < end; a0 += 4, w += small ? 16 : 32) {
            const x = v128.load32_splat(a0);
            c00 = addProduct<T>(c00, x, loadWeights<T>(w));
            c01 = addProduct<T>(c01, x, loadWeights<T>(w + (small ? 8 : 16)));
          }
          continue;
        }
        let a1 = a + l1 * rowBytes;
        let a2 = a + l2 * rowBytes;
        let a3 = a + l3 * rowBytes;
        for (; a0 < end; a0 += 4, a1 += 4, a2 += 4, a3 += 4, w += small ? 16 : 32) {
          const b0 = loadWeights<T>(w);
          const b1 = loadWeights<T>(w + (small ? 8 : 16));
          let x = v128.load32_splat(a0);
          c00 = addProduct<T>(c00, x, b0);
          c01 = addProduct<T>(c01, x, b1);
          x = v128.load32_splat(a1);
          c10 = addProduct<T>(c10, x, b0);
          c11 = addProduct<T>(c11, x, b1);
          x = v128.load32_splat(a2);
          c20 = addProduct<T>(c20, x, b0);
          c21 = addProduct<T>(c21, x, b1);
          x = v128.load32_splat(a3);
          c30 = addProduct<T>(c30, x, b0);
          c31 = addProduct<T>(c31, x, b1);
        }
      }
      const to = out + row * outBytes + at;
      finish(to, toReals<T>(c00), toReals<T>(c01), s0, s1, t0, t1, floor);
      if (last > 0) {
        finish(to + outBytes, toReals<T>(c10), toReals<T>(c11), s0, s1, t0, t1, floor);
      }
      if (last > 1) {
        finish(to + 2 * outBytes, toReals<T>(c20), toReals<T>(c21), s0, s1, t0, t1, floor);
      }
      if (last > 2) {
        finish(to + 3 * outBytes, toReals<T>(c30), toReals<T>(c31), s0, s1, t0, t1, floor);
      }
    }
  }
}

/** The weights of four columns: reals, or pairs of integers. */
function loadWeights<T>(at: usize): v128 {
  return sizeof<T>() == 2 ? v128.load8x8_s(at) : v128.load(at);
}

function addProduct<T>(sum: v128, x: v128, weights: v128): v128 {
  return sizeof<T>() == 2
    ? i32x4.add(sum, i32x4.dot_i16x8_s(x, weights))
    : f32x4.add(sum, f32x4.mul(x, weights));
}

function toReals<T>(sum: v128): v128 {
  return sizeof<T>() == 2 ? f32x4.convert_i32x4_s(sum) : sum;
}
