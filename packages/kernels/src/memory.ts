/** The number format of an engine's arrays. The compiled kernels are float32. */
export type Precision = 'float32' | 'float64';

/**
 * Typed views over the whole of an engine's memory. Read them afresh for every call: growing the
 * memory replaces them.
 */
export interface MemoryViews {
  readonly precision: Precision;
  /** log2 of the bytes of a real: `pointer >>> realShift` is an index into `reals`. */
  readonly realShift: 2 | 3;
  /** The memory in the engine's precision. */
  readonly reals: Float32Array | Float64Array;
  readonly float32: Float32Array;
  readonly float64: Float64Array;
  readonly int32: Int32Array;
  readonly bytes: Uint8Array;
}

/** Views over a memory, renewed when it has grown. */
export function createMemoryViews(
  memory: { readonly buffer: ArrayBufferLike },
  precision: Precision,
): MemoryViews {
  let buffer: ArrayBufferLike | undefined;
  let float32 = new Float32Array();
  let float64 = new Float64Array();
  let int32 = new Int32Array();
  let bytes = new Uint8Array();
  const renew = (): void => {
    if (memory.buffer === buffer) return;
    buffer = memory.buffer;
    float32 = new Float32Array(buffer as ArrayBuffer);
    float64 = new Float64Array(buffer as ArrayBuffer);
    int32 = new Int32Array(buffer as ArrayBuffer);
    bytes = new Uint8Array(buffer as ArrayBuffer);
  };
  return {
    precision,
    realShift: precision === 'float32' ? 2 : 3,
    get reals() {
      renew();
      return precision === 'float32' ? float32 : float64;
    },
    get float32() {
      renew();
      return float32;
    },
    get float64() {
      renew();
      return float64;
    },
    get int32() {
      renew();
      return int32;
    },
    get bytes() {
      renew();
      return bytes;
    },
  };
}
