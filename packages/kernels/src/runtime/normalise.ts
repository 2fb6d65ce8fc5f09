import type { RuntimeCall } from './create-runtime.js';

/** Addresses are byte pointers. */
export interface NormaliseOptions {
  /** [rows, columns] */
  input: number;
  rows: number;
  columns: number;
  /** For each column, filled up to a multiple of 4. */
  mean: number;
  scale: number;
  shift: number;
  /** [rows, columns]; not the input. */
  out: number;
  /** The least output: 0 is a ReLU (−∞). */
  low?: number;
}

/** out = max(low, (input − mean) · scale + shift). */
export function normalise(options: NormaliseOptions): RuntimeCall {
  const { input, rows, columns, mean, scale, shift, out, low = -Infinity } = options;
  return ['normalise', input, rows, columns, mean, scale, shift, out, low];
}
