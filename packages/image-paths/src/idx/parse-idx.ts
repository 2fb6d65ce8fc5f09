/** An array from an idx file: its shape, and its values in row-major order. */
export interface IdxArray {
  shape: number[];
  data: Uint8Array | Int8Array | Int16Array | Int32Array | Float32Array | Float64Array;
}

/** Element types by the third byte of the file, with the reader of one element. */
const TYPES = {
  8: { bytes: 1, make: (n: number) => new Uint8Array(n), read: 'getUint8' },
  9: { bytes: 1, make: (n: number) => new Int8Array(n), read: 'getInt8' },
  11: { bytes: 2, make: (n: number) => new Int16Array(n), read: 'getInt16' },
  12: { bytes: 4, make: (n: number) => new Int32Array(n), read: 'getInt32' },
  13: { bytes: 4, make: (n: number) => new Float32Array(n), read: 'getFloat32' },
  14: { bytes: 8, make: (n: number) => new Float64Array(n), read: 'getFloat64' },
} as const;

/**
 * Reads an idx file, the format of MNIST: two zero bytes, the element type, the number of
 * dimensions, each dimension as a big-endian uint32, then the values, big-endian.
 *
 * uint8 values are a view of the given bytes, others a copy. Nothing is allocated before the
 * lengths agree.
 *
 * @throws RangeError when the bytes are no idx file, or are fewer or more than its header says;
 * TypeError when they are no bytes.
 *
 * @example
 * const { shape, data } = parseIdx(bytes); // [10000, 28, 28], Uint8Array
 */
export function parseIdx(bytes: Uint8Array): IdxArray {
  if (!(bytes instanceof Uint8Array)) {
    throw new TypeError(`bytes must be a Uint8Array, got ${typeof bytes}`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || bytes[0] !== 0 || bytes[1] !== 0 || !isType(bytes[2])) {
    throw new RangeError('not an idx file: it must begin with two zero bytes and a known type');
  }
  const type = TYPES[bytes[2]];
  const dimensions = bytes[3];
  const start = 4 + 4 * dimensions;
  if (bytes.length < start) {
    throw new RangeError(
      `the idx file is cut short: its header has ${start} bytes, got ${bytes.length}`,
    );
  }
  const shape: number[] = [];
  for (let at = 4; at < start; at += 4) shape.push(view.getUint32(at));
  // Asked first, because 0 times an overflow is no number.
  const count = shape.includes(0) ? 0 : shape.reduce((product, length) => product * length, 1);
  const wanted = start + count * type.bytes;
  if (bytes.length !== wanted) {
    const state = bytes.length < wanted ? 'is cut short' : 'goes on after its end';
    throw new RangeError(
      `the idx file ${state}: [${shape.join(', ')}] needs ${wanted} bytes, got ${bytes.length}`,
    );
  }
  if (bytes[2] === 0x08) return { shape, data: bytes.subarray(start) };
  const data = type.make(count);
  for (let index = 0; index < count; index++) {
    data[index] = view[type.read](start + index * type.bytes);
  }
  return { shape, data };
}

function isType(byte: number): byte is keyof typeof TYPES {
  return byte in TYPES;
}
