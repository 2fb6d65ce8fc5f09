import { windows } from '@sig/kernels/runtime';
import type { Buffer } from '../plan.js';
import { type Build, channelsOf, type Epilogue, output } from './build.js';

export interface WindowShape {
  from: Buffer;
  width: number;
  down: number;
  across: number;
  sizeY: number;
  sizeX: number;
  stride: number;
}

/** Plans the maximum of each window. */
export function planMaxima(build: Build, shape: WindowShape, outputShape: readonly number[]): void {
  const channels = channelsOf(build);
  const out = output(build, outputShape);
  build.plan.steps.push(() => windows({ ...shape, channels, input: shape.from.at, out: out.at }));
}

/** Plans the sum of each window times a kernel [sizeY, sizeX, channels], or [channels] for all. */
export function planSums(
  build: Build,
  shape: WindowShape,
  outputShape: readonly number[],
  kernel: Float32Array,
  epilogue: Epilogue,
): void {
  const channels = channelsOf(build);
  const constant = kernel.length === channels;
  const out = output(build, outputShape);
  build.plan.steps.push((place) =>
    windows({
      ...shape,
      channels,
      constant,
      input: shape.from.at,
      kernel: place(kernel),
      scale: place(epilogue.scale),
      bias: place(epilogue.bias),
      low: epilogue.low,
      out: out.at,
    }),
  );
  build.epilogue = epilogue;
}
