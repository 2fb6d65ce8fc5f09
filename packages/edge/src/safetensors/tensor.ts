/** The typed array of each element type. F16, BF16 and F8 come as their bits, BOOL as 0 and 1. */
export interface DtypeArrays {
  BOOL: Uint8Array;
  U8: Uint8Array;
  I8: Int8Array;
  F8_E4M3: Uint8Array;
  F8_E5M2: Uint8Array;
  U16: Uint16Array;
  I16: Int16Array;
  F16: Uint16Array;
  BF16: Uint16Array;
  U32: Uint32Array;
  I32: Int32Array;
  F32: Float32Array;
  U64: BigUint64Array;
  I64: BigInt64Array;
  F64: Float64Array;
}

/** An element type of a safetensors file. */
export type Dtype = keyof DtypeArrays;

/** Numbers with a shape, row-major; a scalar has the shape `[]`. */
export type Tensor = {
  [D in Dtype]: { dtype: D; shape: readonly number[]; data: DtypeArrays[D] };
}[Dtype];

const ARRAYS = {
  BOOL: Uint8Array,
  U8: Uint8Array,
  I8: Int8Array,
  F8_E4M3: Uint8Array,
  F8_E5M2: Uint8Array,
  U16: Uint16Array,
  I16: Int16Array,
  F16: Uint16Array,
  BF16: Uint16Array,
  U32: Uint32Array,
  I32: Int32Array,
  F32: Float32Array,
  U64: BigUint64Array,
  I64: BigInt64Array,
  F64: Float64Array,
} as const satisfies Record<Dtype, unknown>;

export const dtypes = Object.keys(ARRAYS);

export function isDtype(value: string): value is Dtype {
  return Object.hasOwn(ARRAYS, value);
}

export function arrayOf(dtype: Dtype): (typeof ARRAYS)[Dtype] {
  return ARRAYS[dtype];
}

/** How many elements a shape holds; undefined where it is no shape or too large to count. */
export function elementCount(shape: readonly number[]): number | undefined {
  let count = 1;
  for (const size of shape) {
    if (!Number.isSafeInteger(size) || size < 0) return undefined;
    count *= size;
    if (!Number.isSafeInteger(count)) return undefined;
  }
  return count;
}
