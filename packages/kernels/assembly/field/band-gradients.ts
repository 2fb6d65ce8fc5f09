import { loadUsed } from '../signature/lanes';
import { addVectors } from './add-vectors';

/**
 * From the gradients of a band's words, [start][word], to g_i and, in place of the pairs, H_ij + H_ji where
 * i ≤ j and H_ij − H_ji where i > j, [four starts][word] and a start a lane; 0 where there is none.
 */
export function turnBand(
  turned: usize,
  gradients: usize,
  startBytes: usize,
  starts: i32,
  channels: i32,
  mean: f32,
): void {
  const letters = (<usize>channels) << 4;
  const words = channels + channels * channels;
  for (let start = 0; start < starts; start += 4, gradients += startBytes << 2) {
    const used = min(4, starts - start);
    loadUsed<f32>(turned, words, used, gradients, startBytes);
    const means = f32x4.mul(usedLanes(used), f32x4.splat(mean));
    const halves = f32x4.mul(means, f32x4.splat(0.5));
    for (const end = turned + letters; turned < end; turned += 16) {
      v128.store(turned, f32x4.mul(v128.load(turned), means));
    }
    for (let i: usize = 0; i < letters; i += 16) {
      for (let j = i; j < letters; j += 16) {
        const upper = turned + i * <usize>channels + j;
        const lower = turned + j * <usize>channels + i;
        const h = f32x4.mul(v128.load(upper), halves);
        const k = f32x4.mul(v128.load(lower), halves);
        v128.store(lower, f32x4.sub(k, h));
        v128.store(upper, f32x4.add(h, k));
      }
    }
    turned += letters * <usize>channels;
  }
}

/** 1 in the lanes that are used, 0 in the others. */
function usedLanes(used: i32): v128 {
  return f32x4.convert_i32x4_s(
    v128.and(i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(used)), i32x4.splat(1)),
  );
}

/** The sum of what `turnBand` made of some bands. */
export function sumBands(
  sums: usize,
  turned: usize,
  band: usize,
  first: i32,
  last: i32,
  open: i32,
): void {
  memory.copy(sums, turned + <usize>(first % open) * band, band);
  for (let index = first + 1; index <= last; index++) {
    addVectors(sums, turned + <usize>(index % open) * band, band);
  }
}
