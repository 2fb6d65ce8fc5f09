import { layIncrements } from '../signature/increments';
import { clearVectors, storeLanes } from '../signature/lanes';
import { multiplyExponential } from '../signature/multiply-exponential';
import { wordCount } from '../signature/words';
import { addVectors } from './add-vectors';

/**
 * The field of any depth of the lines of one direction. Four segments of a line, a stride apart, go
 * through the lanes of a vector; the windows that a line lies in add up their signatures.
 *
 * The workspace holds: the state, the points seen last, the increments, the scratch of a step, and
 * the sums of the windows that a line lies in.
 *
 * @param startBytes from a window to the next one along the lines.
 * @param bandBytes from a window to the next one across the lines.
 */
export function laneField(
  workspace: usize,
  pixels: usize,
  steps: i32,
  stepBytes: usize,
  lines: i32,
  lineBytes: usize,
  channels: i32,
  time: i32,
  depth: i32,
  window: i32,
  stride: i32,
  out: usize,
  startBytes: usize,
  bandBytes: usize,
): void {
  const letters = channels + time;
  const words = wordCount(letters, depth);
  const stateBytes = (<usize>words) << 4;
  const open = (window - 1) / stride + 1;
  const state = workspace;
  const previous = state + stateBytes;
  const increments = previous + ((<usize>letters) << 4);
  const sums = increments + ((<usize>((window - 1) * letters)) << 4);
  const scratch = sums + <usize>open * stateBytes;
  const starts = (steps - window) / stride + 1;
  const bands = (lines - window) / stride + 1;
  const timeStep = <f32>(1.0 / <f64>(window - 1));
  const lane = <usize>stride * stepBytes;

  for (let start = 0; start < starts; start += 4, pixels += lane << 2, out += startBytes << 2) {
    const used = min(4, starts - start);
    const l1 = lane * <usize>min(1, used - 1);
    const l2 = lane * <usize>min(2, used - 1);
    const l3 = lane * <usize>min(3, used - 1);
    let begun = 0;
    let ended = 0;
    for (let line = 0; ended < bands; line++) {
      if (line == begun * stride) {
        clearVectors(sums + <usize>(begun % open) * stateBytes, words);
        if (begun < bands) begun++;
      }
      if (begun == ended) continue;
      let p = pixels + <usize>line * lineBytes;
      clearVectors(state, words);
      layIncrements<f32>(
        increments,
        previous,
        p,
        p + l1,
        p + l2,
        p + l3,
        stepBytes,
        1,
        channels,
        true,
        time,
        0,
      );
      p += stepBytes;
      layIncrements<f32>(
        increments,
        previous,
        p,
        p + l1,
        p + l2,
        p + l3,
        stepBytes,
        window - 1,
        channels,
        true,
        time,
        timeStep,
      );
      multiplyExponential<f32>(state, increments, window - 1, letters, depth, scratch);
      for (let band = ended; band < begun; band++) {
        addVectors(sums + <usize>(band % open) * stateBytes, state, stateBytes);
      }
      if (line != ended * stride + window - 1) continue;
      const sum = sums + <usize>(ended % open) * stateBytes;
      scaleVectors(sum, words, <f32>(1.0 / <f64>window));
      storeLanes<f32>(sum, words, used, out + <usize>ended * bandBytes, startBytes);
      ended++;
    }
  }
}

function scaleVectors(vectors: usize, count: i32, factor: f32): void {
  const factors = f32x4.splat(factor);
  for (const end = vectors + ((<usize>count) << 4); vectors < end; vectors += 16) {
    v128.store(vectors, f32x4.mul(v128.load(vectors), factors));
  }
}
