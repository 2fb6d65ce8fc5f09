import { decodeFloat16 } from '../../quantization/decode-float16.js';
import type { Build, Epilogue } from './build.js';
import type { IntegerRange } from './plan-integers.js';

/** Weights as a file holds them; int8 ones are to be multiplied by the scale of their column. */
export interface Weights {
  readonly data: Float32Array | Int8Array;
  readonly scale?: Float32Array;
}

/** A weight of the layer that is planned, of so many numbers in so many columns. */
export function weightsOf(build: Build, name: string, size: number, columns: number): Weights {
  const full = build.prefix + name;
  const tensor = Object.hasOwn(build.tensors, full) ? build.tensors[full] : undefined;
  const given = tensor?.dtype === 'F16' ? decodeFloat16(tensor.data) : tensor?.data;
  if (given?.length === size) {
    if (given instanceof Int8Array) {
      return { data: given, scale: realsOf(build, `${name}.scale`, columns) };
    }
    if (given instanceof Float32Array && given.every(Number.isFinite)) return { data: given };
  }
  throw new RangeError(`${full.slice(0, 80)} must be ${size} finite numbers`);
}

/** A weight that is never int8. */
export function realsOf(build: Build, name: string, size: number): Float32Array {
  const { data } = weightsOf(build, name, size, 0);
  if (data instanceof Float32Array) return data;
  throw new RangeError(`${build.prefix}${name} must be F32`);
}

/** Values, or one value for all, and then the zeros that fill up a group of eight. */
export function filledUp(values: Float32Array | number, size: number): Float32Array {
  const filled = new Float32Array(Math.ceil(size / 8) * 8);
  if (typeof values === 'object') filled.set(values);
  else filled.fill(values, 0, size);
  return filled;
}

/** What comes after the sums over a layer's weights: their scales, and a bias where it has one. */
export function epilogueOf(
  build: Build,
  weights: Weights,
  columns: number,
  bias: string,
  range?: IntegerRange,
): Epilogue {
  const factors = filledUp(weights.scale ?? 1, columns);
  return {
    columns,
    scale: range ? factors.map((factor) => factor * range.scale) : factors,
    bias: filledUp(bias === '' ? 0 : realsOf(build, bias, columns), columns),
    low: -Infinity,
  };
}
