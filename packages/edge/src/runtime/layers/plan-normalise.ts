import { normalise } from '@sig/kernels/runtime';
import type { Buffer, Plan } from '../plan.js';
import type { Epilogue } from './build.js';
import { filledUp } from './weights.js';

export interface Moments {
  readonly mean: Float32Array;
  readonly scale: Float32Array;
  readonly shift: Float32Array;
}

/** Plans out = (from − mean) · scale + shift, each column by itself. */
export function planNormalise(
  plan: Plan,
  from: Buffer,
  rows: number,
  { mean, scale, shift }: Moments,
  out: Buffer,
): Epilogue {
  const columns = mean.length;
  const epilogue = {
    columns,
    scale: filledUp(scale, columns),
    bias: filledUp(shift, columns),
    low: -Infinity,
  };
  plan.steps.push((place) =>
    normalise({
      input: from.at,
      rows,
      columns,
      mean: place(mean),
      scale: place(epilogue.scale),
      shift: place(epilogue.bias),
      out: out.at,
      low: epilogue.low,
    }),
  );
  return epilogue;
}
