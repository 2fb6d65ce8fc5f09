import { wordCount } from '../signature/words';
import { areaField } from './area-field';
import { laneField } from './lane-field';
import { momentField } from './moment-field';

/**
 * The local signature field of images of bytes, [images, down, across, features]: for every window
 * the mean over its rows of the signatures of the rows' segments, the same over its columns, and
 * mean and deviation of each channel.
 */
export function fieldBytes(
  workspace: usize,
  pixels: usize,
  images: i32,
  height: i32,
  width: i32,
  channels: i32,
  window: i32,
  stride: i32,
  depth: i32,
  time: i32,
  rows: i32,
  columns: i32,
  moments: i32,
  out: usize,
): void {
  const down = (height - window) / stride + 1;
  const across = (width - window) / stride + 1;
  const words = wordCount(channels + time, depth);
  const features = words * (rows + columns) + moments * 2 * channels;
  const place = (<usize>features) << 2;
  const band = <usize>across * place;
  const pixel = <usize>channels;
  const row = <usize>width * pixel;
  for (let image = 0; image < images; image++) {
    let at = out;
    if (rows) {
      lineField(
        workspace,
        pixels,
        width,
        pixel,
        height,
        row,
        channels,
        time,
        depth,
        window,
        stride,
        at,
        place,
        band,
      );
      at += (<usize>words) << 2;
    }
    if (columns) {
      lineField(
        workspace,
        pixels,
        height,
        row,
        width,
        pixel,
        channels,
        time,
        depth,
        window,
        stride,
        at,
        band,
        place,
      );
      at += (<usize>words) << 2;
    }
    if (moments) {
      momentField(workspace, pixels, height, width, channels, window, stride, at, place, band);
    }
    pixels += <usize>height * row;
    out += <usize>down * band;
  }
}

/** Of the lines of one direction; depth 2 has a way of its own, exact and independent of the window. */
function lineField(
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
  if (depth == 2) {
    areaField(
      workspace,
      pixels,
      steps,
      stepBytes,
      lines,
      lineBytes,
      channels,
      time,
      window,
      stride,
      out,
      startBytes,
      bandBytes,
    );
  } else {
    laneField(
      workspace,
      pixels,
      steps,
      stepBytes,
      lines,
      lineBytes,
      channels,
      time,
      depth,
      window,
      stride,
      out,
      startBytes,
      bandBytes,
    );
  }
}
