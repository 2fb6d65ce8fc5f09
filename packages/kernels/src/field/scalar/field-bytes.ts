import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';
import { wordCount } from '../../signature/word-count.js';
import { addSegmentMeans } from './add-segment-means.js';
import { storeMoments } from './store-moments.js';

/** The local signature field; see the kernel's builder for the arguments. */
export function fieldBytes(memory: MemoryViews): KernelFunction {
  return (
    _workspace,
    pixels,
    images,
    height,
    width,
    channels,
    window,
    stride,
    depth,
    time,
    rows,
    columns,
    moments,
    out,
  ) => {
    const { bytes, reals, realShift } = memory;
    const down = Math.floor((height - window) / stride) + 1;
    const across = Math.floor((width - window) / stride) + 1;
    const words = wordCount(channels + time, depth);
    const place = words * (rows + columns) + moments * 2 * channels;
    const band = across * place;
    const shared = { channels, depth, time: time !== 0, window, stride };
    const alongRows = { steps: width, stepStride: channels, lines: height };
    const alongColumns = { steps: height, stepStride: width * channels, lines: width };
    for (let image = 0; image < images; image++) {
      const from = pixels + image * height * width * channels;
      let to = (out >>> realShift) + image * down * band;
      reals.fill(0, to, to + down * band);
      if (rows) {
        addSegmentMeans(bytes, reals, {
          ...{ ...shared, ...alongRows },
          ...{ from, lineStride: width * channels, to, startStride: place, bandStride: band },
        });
        to += words;
      }
      if (columns) {
        addSegmentMeans(bytes, reals, {
          ...{ ...shared, ...alongColumns },
          ...{ from, lineStride: channels, to, startStride: band, bandStride: place },
        });
        to += words;
      }
      if (moments) {
        storeMoments(bytes, reals, { from, height, width, channels, window, stride, to, place });
      }
    }
  };
}
