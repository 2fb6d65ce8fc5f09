/**
 * C[rows, columns] = A·Bᵀ in int32, exact: A int8 [rows, inner], B int8 [columns, inner]. Strides are in
 * elements. Four rows and two columns at a time keep eight sums in registers; both are read in place,
 * eight bytes at a time, which become int16 on the way.
 */
export function integerProducts(
  _workspace: usize,
  a: usize,
  aStride: i32,
  b: usize,
  bStride: i32,
  c: usize,
  cStride: i32,
  rows: i32,
  columns: i32,
  inner: i32,
): void {
  for (let i = 0; i < rows; i += 4) {
    // Rows and columns beyond the last one repeat it; they are computed and not stored.
    const last = rows - 1 - i;
    const a0 = a + <usize>i * aStride;
    const a1 = a0 + <usize>min(1, last) * aStride;
    const a2 = a0 + <usize>min(2, last) * aStride;
    const a3 = a0 + <usize>min(3, last) * aStride;
    for (let j = 0; j < columns; j += 2) {
      const pair = j + 1 < columns;
      const b0 = b + <usize>j * bStride;
      const b1 = pair ? b0 + bStride : b0;
      let c00 = i32x4.splat(0);
      let c01 = c00;
      let c10 = c00;
      let c11 = c00;
      let c20 = c00;
      let c21 = c00;
      let c30 = c00;
      let c31 = c00;
      let k: usize = 0;
      const whole = <usize>(inner & ~7);
      for (; k < whole; k += 8) {
        const y0 = v128.load8x8_s(b0 + k);
        const y1 = v128.load8x8_s(b1 + k);
        let x = v128.load8x8_s(a0 + k);
        c00 = i32x4.add(c00, i32x4.dot_i16x8_s(x, y0));
        c01 = i32x4.add(c01, i32x4.dot_i16x8_s(x, y1));
        x = v128.load8x8_s(a1 + k);
        c10 = i32x4.add(c10, i32x4.dot_i16x8_s(x, y0));
        c11 = i32x4.add(c11, i32x4.dot_i16x8_s(x, y1));
        x = v128.load8x8_s(a2 + k);
        c20 = i32x4.add(c20, i32x4.dot_i16x8_s(x, y0));
        c21 = i32x4.add(c21, i32x4.dot_i16x8_s(x, y1));
        x = v128.load8x8_s(a3 + k);
        c30 = i32x4.add(c30, i32x4.dot_i16x8_s(x, y0));
        c31 = i32x4.add(c31, i32x4.dot_i16x8_s(x, y1));
      }
      const to = c + ((<usize>i * cStride + j) << 2);
      const rest = inner - <i32>whole;
      const down = (<usize>cStride) << 2;
      put(to, a0 + whole, b0 + whole, b1 + whole, rest, c00, c01, pair);
      if (last > 0) put(to + down, a1 + whole, b0 + whole, b1 + whole, rest, c10, c11, pair);
      if (last > 1) put(to + 2 * down, a2 + whole, b0 + whole, b1 + whole, rest, c20, c21, pair);
      if (last > 2) put(to + 3 * down, a3 + whole, b0 + whole, b1 + whole, rest, c30, c31, pair);
    }
  }
}

/** Stores the sums of the lanes of u, and of v where there are two, with what is left of the rows. */
function put(
  to: usize,
  x: usize,
  y0: usize,
  y1: usize,
  rest: i32,
  u: v128,
  v: v128,
  pair: bool,
): void {
  // u0 + u2, v0 + v2, u1 + u3, v1 + v3
  const halves = i32x4.add(i32x4.shuffle(u, v, 0, 4, 1, 5), i32x4.shuffle(u, v, 2, 6, 3, 7));
  let sums = i32x4.add(halves, i64x2.shuffle(halves, halves, 1, 0));
  if (rest > 0) {
    let s0 = 0;
    let s1 = 0;
    for (let k = 0; k < rest; k++) {
      const value = <i32>load<i8>(x + k);
      s0 += value * <i32>load<i8>(y0 + k);
      s1 += value * <i32>load<i8>(y1 + k);
    }
    sums = i32x4.add(sums, i32x4.replace_lane(i32x4.replace_lane(i32x4.splat(0), 0, s0), 1, s1));
  }
  if (pair) v128.store64_lane(to, sums, 0);
  else v128.store32_lane(to, sums, 0);
}
