import { gemm } from './gemm';

/** A product for each sample and each group of it; the strides are those from one to the next. */
export function batchedGemm(
  workspace: usize,
  samples: i32,
  groups: i32,
  c: usize,
  cStride: i32,
  cSample: i32,
  cGroup: i32,
  a: usize,
  aStride: i32,
  aSample: i32,
  aGroup: i32,
  transposeA: i32,
  b: usize,
  bStride: i32,
  bSample: i32,
  bGroup: i32,
  transposeB: i32,
  rows: i32,
  columns: i32,
  inner: i32,
  accumulate: i32,
): void {
  for (let s = 0; s < samples; s++) {
    for (let g = 0; g < groups; g++) {
      gemm(
        workspace,
        c + ((s * cSample + g * cGroup) << 2),
        cStride,
        a + ((s * aSample + g * aGroup) << 2),
        aStride,
        transposeA,
        b + ((s * bSample + g * bGroup) << 2),
        bStride,
        transposeB,
        rows,
        columns,
        inner,
        0,
        0,
        accumulate,
      );
    }
  }
}
