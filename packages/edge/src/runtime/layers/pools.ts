import { spend } from '../plan.js';
import { type Build, channelsOf, integer, shapeOf } from './build.js';
import type { LayerOptions } from './layer-options.js';
import { planWindows, type WindowShape } from './plan-windows.js';
import { filledUp } from './weights.js';

/** [length, channels] → [⌊length / size⌋, channels] */
export function maxPool1d(build: Build, options: LayerOptions): void {
  const [length, channels] = shapeOf(build, 2);
  const size = integer(options.size);
  const down = integer(Math.floor(length / size));
  const shape = { width: 1, down, across: 1, sizeY: size, sizeX: 1, stride: size };
  planWindows(build, { ...shape, from: build.at }, [down, channels]);
}

/** [height, width, channels] → [⌊height / size⌋, ⌊width / size⌋, channels] */
export function maxPool2d(build: Build, options: LayerOptions): void {
  const shape = squares(build, integer(options.size));
  planWindows(build, shape, [shape.down, shape.across, channelsOf(build)]);
}

/** [height, width, channels] → [⌊height / size⌋, ⌊width / size⌋, channels] */
export function avgPool2d(build: Build, options: LayerOptions): void {
  const shape = squares(build, integer(options.size));
  planMeans(build, shape, [shape.down, shape.across, channelsOf(build)]);
}

/** [height, width, channels] → [channels] */
export function globalAvgPool2d(build: Build): void {
  const [height, width, channels] = shapeOf(build, 3);
  const one = { from: build.at, width, down: 1, across: 1, stride: 1 };
  planMeans(build, { ...one, sizeY: height, sizeX: width }, [channels]);
}

function squares(build: Build, size: number): WindowShape {
  const [height, width] = shapeOf(build, 3);
  const down = integer(Math.floor(height / size));
  const across = integer(Math.floor(width / size));
  return { from: build.at, width, down, across, sizeY: size, sizeX: size, stride: size };
}

function planMeans(build: Build, shape: WindowShape, outputShape: readonly number[]): void {
  const channels = channelsOf(build);
  // The arrays below are there before the first image: they may be a megabyte in all.
  spend(build.plan, 1024 * channels);
  const kernel = new Float32Array(channels).fill(1);
  const scale = filledUp(1 / (shape.sizeY * shape.sizeX), channels);
  const epilogue = { columns: channels, scale, bias: filledUp(0, channels), low: -Infinity };
  planWindows(build, shape, outputShape, { kernel, epilogue });
}
