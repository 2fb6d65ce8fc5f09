/** B[pc.., jc..] as panels of 8 columns, [panel][k][8], the last filled up with zeros. */
export function packB(
  out: usize,
  b: usize,
  bStride: i32,
  transposed: i32,
  pc: i32,
  jc: i32,
  kc: i32,
  nc: i32,
): void {
  const kStride = transposed ? 1 : bStride;
  const jStride = transposed ? bStride : 1;
  for (let j = 0; j < nc; j += 8) {
    const from = b + ((pc * kStride + (jc + j) * jStride) << 2);
    if (!transposed && nc - j >= 8) {
      for (let k = 0; k < kc; k++, out += 32) {
        const row = from + ((k * bStride) << 2);
        v128.store(out, v128.load(row));
        v128.store(out, v128.load(row, 16), 16);
      }
    } else {
      const width = min(8, nc - j);
      for (let k = 0; k < kc; k++, out += 32) {
        const row = from + ((k * kStride) << 2);
        for (let q = 0; q < 8; q++) {
          store<f32>(out + (q << 2), q < width ? load<f32>(row + ((q * jStride) << 2)) : 0);
        }
      }
    }
  }
}

/** A block of a transposed A, [k][m], as [m / 4][k][4]; what lies behind m is not used. */
export function packA(out: usize, a: usize, aStride: i32, kc: i32, mc: i32): void {
  for (let k = 0; k < kc; k++) {
    const row = a + ((k * aStride) << 2);
    let place = out + (k << 4);
    for (let i = 0; i < mc; i += 4, place += kc << 4) v128.store(place, v128.load(row + (i << 2)));
  }
}
