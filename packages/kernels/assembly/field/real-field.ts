import { segmentWords } from './segment-words';
import { segmentWordsBackward } from './segment-words-backward';
import { windowsAlong } from './window-blocks';
import { windowMoments } from './window-moments';
import { windowMomentsBackward } from './window-moments-backward';

/**
 * The local signature field of depth 2 of samples of reals, [samples, height, width, channels]: what
 * `fieldBytes` tells of images, and to a variance a floor is added.
 */
export function realField(
  _workspace: usize,
  input: usize,
  samples: i32,
  height: i32,
  width: i32,
  channels: i32,
  window: i32,
  stride: i32,
  rows: i32,
  columns: i32,
  moments: i32,
  scratch: usize,
  output: usize,
): void {
  const pixel = (<usize>channels) << 2;
  const row = <usize>width * pixel;
  const words = (<usize>(channels + channels * channels)) << 2;
  const place = words * <usize>(rows + columns) + <usize>(2 * moments) * pixel;
  const band = <usize>windowsAlong(width, window, stride) * place;
  const size = <usize>windowsAlong(height, window, stride) * band;
  for (let sample = 0; sample < samples; sample++) {
    let out = output;
    if (rows) {
      segmentWords(
        scratch,
        input,
        width,
        pixel,
        height,
        row,
        channels,
        window,
        stride,
        out,
        place,
        band,
      );
      out += words;
    }
    if (columns) {
      segmentWords(
        scratch,
        input,
        height,
        row,
        width,
        pixel,
        channels,
        window,
        stride,
        out,
        band,
        place,
      );
      out += words;
    }
    if (moments) {
      windowMoments(scratch, input, height, width, channels, window, stride, out, place, band);
    }
    input += <usize>height * row;
    output += size;
  }
}

/** The gradient of the input of `realField`, from that of its output, and its output. */
export function realFieldBackward(
  _workspace: usize,
  input: usize,
  samples: i32,
  height: i32,
  width: i32,
  channels: i32,
  window: i32,
  stride: i32,
  rows: i32,
  columns: i32,
  moments: i32,
  scratch: usize,
  output: usize,
  outputGradient: usize,
  inputGradient: usize,
): void {
  const pixel = (<usize>channels) << 2;
  const row = <usize>width * pixel;
  const words = (<usize>(channels + channels * channels)) << 2;
  const signatures = words * <usize>(rows + columns);
  const place = signatures + <usize>(2 * moments) * pixel;
  const band = <usize>windowsAlong(width, window, stride) * place;
  const size = <usize>windowsAlong(height, window, stride) * band;
  for (let sample = 0; sample < samples; sample++) {
    let up = outputGradient;
    memory.fill(inputGradient, 0, <usize>height * row);
    if (rows) {
      segmentWordsBackward(
        scratch,
        input,
        inputGradient,
        width,
        pixel,
        height,
        row,
        channels,
        window,
        stride,
        up,
        place,
        band,
      );
      up += words;
    }
    if (columns) {
      segmentWordsBackward(
        scratch,
        input,
        inputGradient,
        height,
        row,
        width,
        pixel,
        channels,
        window,
        stride,
        up,
        band,
        place,
      );
      up += words;
    }
    if (moments) {
      windowMomentsBackward(
        scratch,
        input,
        inputGradient,
        height,
        width,
        channels,
        window,
        stride,
        output + signatures,
        up,
        place,
        band,
      );
    }
    input += <usize>height * row;
    inputGradient += <usize>height * row;
    output += size;
    outputGradient += size;
  }
}
