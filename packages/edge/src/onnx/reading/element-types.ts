/** Codes of `TensorProto.DataType` that are looked at. */
export const FLOAT = 1;
export const INT32 = 6;
export const INT64 = 7;
export const DOUBLE = 11;

const BITS: Readonly<Record<number, number>> = {
  1: 32, // float32
  2: 8, // uint8
  3: 8, // int8
  4: 16, // uint16
  5: 16, // int16
  6: 32, // int32
  7: 64, // int64
  9: 8, // bool
  10: 16, // float16
  11: 64, // float64
  12: 32, // uint32
  13: 64, // uint64
  14: 64, // complex64
  15: 128, // complex128
  16: 16, // bfloat16
  17: 8, // float8
  18: 8,
  19: 8,
  20: 8,
  21: 4, // uint4
  22: 4, // int4
  23: 4, // float4
};

const FLOATS = [1, 10, 11, 16, 17, 18, 19, 20, 23];
const SMALL_INTEGERS = [2, 3, 21, 22];

/** Bytes of so many numbers of a type; undefined for texts and unknown types. */
export function bytesOf(type: number, count: number): number | undefined {
  const bits = BITS[type];
  return bits === undefined ? undefined : Math.ceil((count * bits) / 8);
}

/** Whether weights are kept in numbers of this type: floats, or integers of at most 8 bits. */
export function isWeightType(type: number): boolean {
  return FLOATS.includes(type) || SMALL_INTEGERS.includes(type);
}

/** Whether numbers of this type are fractions. */
export function isFloat(type: number): boolean {
  return FLOATS.includes(type);
}
