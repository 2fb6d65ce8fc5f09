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

/** What is summed up in each window: a kernel [sizeY, sizeX, channels], or [channels] for all pixels. */
export interface WindowSums {
  kernel: Float32Array;
  epilogue: Epilogue;
}

/** Plans the sums of windows, or their maxima. */
export function planWindows(
  build: Build,
  shape: WindowShape,
  outputShape: readonly number[],
  sums?: WindowSums,
): void {
  const channels = channelsOf(build);
  const out = output(build, outputShape);
  build.plan.steps.push((place) =>
    windows({
      ...shape,
      channels,
      input: shape.from.at,
      out: out.at,
      ...(sums && {
        constant: sums.kernel.length === channels,
        kernel: place(sums.kernel),
        scale: place(sums.epilogue.scale),
        bias: place(sums.epilogue.bias),
        low: sums.epilogue.low,
      }),
    }),
  );
  build.epilogue = sums?.epilogue;
}
