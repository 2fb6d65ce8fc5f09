// The matrix product in panels, after Goto & van de Geijn (2008), "Anatomy of high-performance
// matrix multiplication": B goes through the workspace in panels of 8 columns, a panel of KC rows
// stays in the first cache, and a micro-kernel keeps 4x8 sums in registers.
//
// A is read in place: four rows are four streams, which the caches follow. Only a transposed A with
// a long stride is packed, or its columns would fall into a few sets of the cache.
import { loadPart } from '../part-vectors';
import { microKernel } from './gemm-micro-kernel';
import { microKernelAdjacent } from './gemm-micro-kernel-adjacent';
import { packA, packB } from './gemm-pack';
import { storeTile } from './gemm-store';

const MC: i32 = 96;
const KC: i32 = 256;
const NC: i32 = 512;
// Longest stride at which a transposed A is read in place.
const IN_PLACE: i32 = 320;

export function gemm(
  workspace: usize,
  c: usize,
  cStride: i32,
  a: usize,
  aStride: i32,
  transposeA: i32,
  b: usize,
  bStride: i32,
  transposeB: i32,
  rows: i32,
  columns: i32,
  inner: i32,
  bias: usize,
  relu: i32,
  accumulate: i32,
): void {
  const tile = workspace;
  const packedB = workspace + 128;
  const packedA = packedB + ((KC * NC) << 2);
  const aRow = transposeA ? 1 : aStride;
  const aStep = transposeA ? aStride : 1;
  const pack = transposeA != 0 && aStride > IN_PLACE;
  for (let jc = 0; jc < columns; jc += NC) {
    const nc = min(NC, columns - jc);
    for (let pc = 0; pc < inner; pc += KC) {
      const kc = min(KC, inner - pc);
      const first = pc == 0 && accumulate == 0;
      const last = pc + kc >= inner;
      packB(packedB, b, bStride, transposeB, pc, jc, kc, nc);
      for (let ic = 0; ic < rows; ic += MC) {
        const mc = min(MC, rows - ic);
        const corner = a + ((ic * aRow + pc * aStep) << 2);
        if (pack) packA(packedA, corner, aStride, kc, mc);
        for (let j = 0; j < nc; j += 8) {
          const panel = packedB + ((j * kc) << 2);
          const biasHere: usize = last && bias ? bias + ((jc + j) << 2) : 0;
          const width = min(8, nc - j);
          for (let i = 0; i < mc; i += 4) {
            const height = min(4, mc - i);
            const target = c + (((ic + i) * cStride + jc + j) << 2);
            const whole = height == 4 && width == 8;
            const out = whole ? target : tile;
            const outStride = whole ? cStride << 2 : 32;
            if (!whole && !first) loadTile(tile, target, cStride, height, width);
            let left = corner + ((i * aRow) << 2);
            if (pack) left = packedA + ((i * kc) << 2);
            const step = pack ? 16 : aStep << 2;
            if (height == 4 && transposeA) {
              microKernelAdjacent(out, outStride, left, step, panel, kc, first);
            } else {
              const row = pack ? 4 : aRow << 2;
              microKernel(out, outStride, left, row, step, height, panel, kc, first);
            }
            if (!whole || biasHere || (last && relu)) {
              storeTile(
                target,
                cStride,
                out,
                outStride,
                height,
                width,
                biasHere,
                last && relu != 0,
              );
            }
          }
        }
      }
    }
  }
}

function loadTile(tile: usize, c: usize, cStride: i32, height: i32, width: i32): void {
  for (let i = 0; i < height; i++) {
    for (let j = 0; j < width; j += 4) {
      const at = (<usize>j) << 2;
      v128.store(tile + at, loadPart(c + at, width - j));
    }
    tile += 32;
    c += cStride << 2;
  }
}
