import { addRealPlanes, layRealPlanes, planeRow } from './real-planes';
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
  const side = max(planeRow(width) * height, planeRow(height) * width);
  const rest = scratch + ((<usize>(channels * side)) << 2);
  for (let sample = 0; sample < samples; sample++) {
    let out = output;
    memory.fill(out, 0, size);
    if (rows || moments) layRealPlanes(scratch, input, width, pixel, height, row, channels);
    if (moments) {
      const at = out + words * <usize>(rows + columns);
      windowMoments(rest, scratch, width, height, channels, window, stride, at, place, band);
    }
    if (rows) {
      segmentWords(rest, scratch, width, height, channels, window, stride, out, place, band);
      out += words;
    }
    if (columns) {
      layRealPlanes(scratch, input, height, row, width, pixel, channels);
      segmentWords(rest, scratch, height, width, channels, window, stride, out, band, place);
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
  const sideBytes =
    (<usize>(channels * max(planeRow(width) * height, planeRow(height) * width))) << 2;
  const gradients = scratch + sideBytes;
  const rest = gradients + sideBytes;
  for (let sample = 0; sample < samples; sample++) {
    memory.fill(inputGradient, 0, <usize>height * row);
    if (rows || moments) {
      layRealPlanes(scratch, input, width, pixel, height, row, channels);
      if (rows) {
        segmentWordsBackward(
          rest,
          scratch,
          gradients,
          width,
          height,
          channels,
          window,
          stride,
          outputGradient,
          place,
          band,
        );
      } else {
        memory.fill(gradients, 0, sideBytes);
      }
      if (moments) {
        windowMomentsBackward(
          rest,
          scratch,
          gradients,
          width,
          height,
          channels,
          window,
          stride,
          output + signatures,
          outputGradient + signatures,
          place,
          band,
        );
      }
      addRealPlanes(gradients, inputGradient, width, pixel, height, row, channels);
    }
    if (columns) {
      layRealPlanes(scratch, input, height, row, width, pixel, channels);
      segmentWordsBackward(
        rest,
        scratch,
        gradients,
        height,
        width,
        channels,
        window,
        stride,
        outputGradient + (rows ? words : 0),
        band,
        place,
      );
      addRealPlanes(gradients, inputGradient, height, row, width, pixel, channels);
    }
    input += <usize>height * row;
    inputGradient += <usize>height * row;
    output += size;
    outputGradient += size;
  }
}
