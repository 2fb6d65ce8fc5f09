import { addVectors } from './add-vectors';
import { layDiagonals, quadrilaterals } from './segment-diagonals';

/**
 * The words of all segments of some lines, [four starts][word], summed over the lines and `before`. The last four
 * starts reach back where there are not four more.
 */
export function layBlock(
  sums: usize,
  before: usize,
  planes: usize,
  lines: i32,
  lineBytes: usize,
  chords: usize,
  diagonals: usize,
  reach: usize,
  channels: i32,
  window: i32,
  starts: i32,
  plane: usize,
  mean: f32,
): void {
  const letters = (<usize>channels) << 4;
  const wordBytes = letters * <usize>(channels + 1);
  const parts = letters * <usize>(2 * quadrilaterals(window));
  for (let start = 0; start < starts; start += 4) {
    const first = planes + ((<usize>max(0, min(start, starts - 4))) << 2);
    for (let line: usize = 0; line < <usize>lines; line++) {
      const to = diagonals + line * parts;
      const from = first + line * lineBytes;
      layDiagonals(chords + line * letters, to, from, reach, channels, window, plane);
    }
    const chordEnd = chords + <usize>lines * letters;
    layLetters(sums, chords, chordEnd, letters, mean);
    layPairs(
      sums + letters,
      chords,
      chordEnd,
      diagonals,
      diagonals + <usize>lines * parts,
      letters,
      mean,
    );
    if (before) {
      addVectors(sums, before, wordBytes);
      before += wordBytes;
    }
    sums += wordBytes;
  }
}

/** S_i, summed over the lines. */
function layLetters(sums: usize, chords: usize, end: usize, letters: usize, mean: f32): void {
  for (let i: usize = 0; i < letters; i += 16) {
    let sum = v128.load(chords + i);
    for (let at = chords + letters + i; at < end; at += letters) {
      sum = f32x4.add(sum, v128.load(at));
    }
    v128.store(sums + i, f32x4.mul(sum, f32x4.splat(mean)));
  }
}

/** S_ij, summed over the lines; two letters j at a time share what they load of i. */
function layPairs(
  sums: usize,
  chords: usize,
  chordEnd: usize,
  diagonals: usize,
  diagonalEnd: usize,
  letters: usize,
  mean: f32,
): void {
  const half = f32x4.splat(<f32>0.5 * mean);
  for (let i: usize = 0; i < letters; i += 16, sums += letters + 16) {
    // S_ij lies in a row, S_ji in a column.
    let row = sums;
    let column = sums;
    for (let j = i; j < letters; j += 32, row += 32, column += letters * 2) {
      const next: usize = j + 16 < letters ? 16 : 0;
      let productJ = f32x4.splat(0);
      let productK = productJ;
      for (let d = chords; d < chordEnd; d += letters) {
        const di = v128.load(d + i);
        const dj = d + j;
        productJ = f32x4.add(productJ, f32x4.mul(di, v128.load(dj)));
        productK = f32x4.add(productK, f32x4.mul(di, v128.load(dj + next)));
      }
      let areaJ = f32x4.splat(0);
      let areaK = areaJ;
      let ofI = diagonals + i * 2;
      let ofJ = diagonals + j * 2;
      for (; ofJ < diagonalEnd; ofI += letters * 2, ofJ += letters * 2) {
        const ofK = ofJ + next * 2;
        const u = v128.load(ofI);
        const v = v128.load(ofI, 16);
        const crossJ = f32x4.sub(f32x4.mul(u, v128.load(ofJ, 16)), f32x4.mul(v, v128.load(ofJ)));
        const crossK = f32x4.sub(f32x4.mul(u, v128.load(ofK, 16)), f32x4.mul(v, v128.load(ofK)));
        areaJ = f32x4.add(areaJ, crossJ);
        areaK = f32x4.add(areaK, crossK);
      }
      v128.store(column, f32x4.mul(f32x4.sub(productJ, areaJ), half));
      v128.store(row, f32x4.mul(f32x4.add(productJ, areaJ), half));
      const columnK = column + (next ? letters : 0);
      v128.store(columnK, f32x4.mul(f32x4.sub(productK, areaK), half));
      v128.store(row + next, f32x4.mul(f32x4.add(productK, areaK), half));
    }
  }
}
