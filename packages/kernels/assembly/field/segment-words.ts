import { layBand } from './band-words';
import { layBlock } from './block-words';
import { layLinePlanes, layReach, planeBytes } from './line-planes';
import { windowsAlong } from './window-blocks';

/**
 * Writes to each window of [bands, starts] the mean over its lines of the signatures of depth 2 of their
 * segments. With d the chord of a segment, the shuffle identity says that S_ij + S_ji = d_i d_j; S_ij − S_ji
 * is twice the area between path and chord, which the segment's quadrilaterals make up, and twice the area
 * of one is the cross product of its diagonals u and v:
 *
 *   2 S_ij = d_i d_j + Σ (u_i v_j − u_j v_i).
 *
 * Four segments, a stride apart, go through the lanes of a vector. Their words are summed over the lines
 * of a block, as many as the stride, and a window is the sum of whole blocks and of the first lines of one
 * more: its head.
 *
 * @param startBytes from a window to the next one along the lines.
 * @param bandBytes from a window to the next one across the lines.
 */
export function segmentWords(
  workspace: usize,
  pixels: usize,
  steps: i32,
  stepBytes: usize,
  lines: i32,
  lineBytes: usize,
  channels: i32,
  window: i32,
  stride: i32,
  out: usize,
  startBytes: usize,
  bandBytes: usize,
): void {
  const starts = windowsAlong(steps, window, stride);
  const bands = windowsAlong(lines, window, stride);
  const words = channels + channels * channels;
  const wordBytes = (<usize>words) << 4;
  const band = <usize>((starts + 3) >> 2) * wordBytes;
  const plane = planeBytes(starts, window, stride);
  const planes = <usize>(min(stride, window) * channels) * plane;
  const whole = window / stride;
  const head = window % stride;
  const reach = workspace;
  const heads = reach + ((<usize>window) << 2);
  const blocks = heads + band;
  const sum = blocks + <usize>whole * band;
  const linePlanes = sum + wordBytes;
  const chords = linePlanes + <usize>min(stride, window) * planes;
  const diagonals = chords + ((<usize>(min(stride, window) * channels)) << 4);
  const mean = <f32>1 / <f32>window;
  // Without a whole block the head is all there is.
  const parts = whole ? blocks : heads;
  const over = whole && head ? heads : 0;
  layReach(reach, channels, window, stride, plane);
  for (let block = 0; block < bands + whole; block++) {
    // Of the last block there is at most a head.
    const count = whole && block < bands + whole - 1 ? stride : head;
    const first = pixels + <usize>(block * stride) * lineBytes;
    for (let line = 0; line < count; line++) {
      layLinePlanes(
        linePlanes + <usize>line * planes,
        first + <usize>line * lineBytes,
        steps,
        stepBytes,
        channels,
        window,
        stride,
        plane,
      );
    }
    if (head) {
      layBlock(
        heads,
        0,
        linePlanes,
        head,
        planes,
        chords,
        diagonals,
        reach,
        channels,
        window,
        starts,
        plane,
        mean,
      );
    }
    if (block >= whole) {
      const place = out + <usize>(block - whole) * bandBytes;
      layBand(place, startBytes, sum, parts, max(whole, 1), over, starts, words);
    }
    if (count > head) {
      layBlock(
        blocks + <usize>(block % whole) * band,
        head ? heads : 0,
        linePlanes + <usize>head * planes,
        count - head,
        planes,
        chords,
        diagonals,
        reach,
        channels,
        window,
        starts,
        plane,
        mean,
      );
    }
  }
}
