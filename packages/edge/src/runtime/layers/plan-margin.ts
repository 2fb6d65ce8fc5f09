import { type Buffer, reserve } from '../plan.js';
import { type Build, integer, shapeOf } from './build.js';
import type { LayerOptions } from './layer-options.js';

/** Square windows over an image, and how many fit. */
export interface Windows {
  size: number;
  stride: number;
  padding: number;
  channels: number;
  down: number;
  across: number;
}

/** The windows that a layer's options describe, over the image so far. */
export function windowsIn(build: Build, options: LayerOptions): Windows {
  const [height, width, channels] = shapeOf(build, 3);
  const size = integer(options.size);
  const stride = integer(options.stride);
  const padding = integer(options.padding, 0);
  const count = (extent: number): number =>
    integer(Math.floor((extent + 2 * padding - size) / stride) + 1);
  return { size, stride, padding, channels, down: count(height), across: count(width) };
}

/** Plans zeros around the image so far; gives where it is then, and its width. */
export function planMargin(build: Build, padding: number): { from: Buffer; width: number } {
  const [height, width, channels] = build.shape;
  const { at: image, plan, scratch } = build;
  if (padding === 0) return { from: image, width };
  const wide = width + 2 * padding;
  const size = (height + 2 * padding) * wide * channels;
  reserve(plan, size, scratch);
  plan.steps.push(() => (memory) => {
    const to = scratch.at >> 2;
    memory.fill(0, to, to + size);
    const row = width * channels;
    for (let y = 0; y < height; y++) {
      const from = (image.at >> 2) + y * row;
      memory.copyWithin(to + ((y + padding) * wide + padding) * channels, from, from + row);
    }
  });
  return { from: scratch, width: wide };
}
