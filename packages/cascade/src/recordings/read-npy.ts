/** An array of numbers as NumPy saves it. */
export interface NpyArray {
  readonly shape: readonly number[];
  readonly values: Float32Array | Float64Array;
}

type Read = (view: DataView, at: number) => number;

/** Little-endian numbers by NumPy's name of their type. */
const TYPES: Readonly<Record<string, readonly [bytes: number, read: Read]>> = {
  '<f4': [4, (view, at) => view.getFloat32(at, true)],
  '<f8': [8, (view, at) => view.getFloat64(at, true)],
  '|i1': [1, (view, at) => view.getInt8(at)],
  '<i2': [2, (view, at) => view.getInt16(at, true)],
  '<i4': [4, (view, at) => view.getInt32(at, true)],
  '<i8': [8, (view, at) => Number(view.getBigInt64(at, true))],
  '|u1': [1, (view, at) => view.getUint8(at)],
  '<u2': [2, (view, at) => view.getUint16(at, true)],
  '<u4': [4, (view, at) => view.getUint32(at, true)],
  '<u8': [8, (view, at) => Number(view.getBigUint64(at, true))],
};

/** A header of an array of numbers is some 100 bytes. */
const MAX_HEADER_BYTES = 4096;

/**
 * Reads an array in the format .npy (https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html),
 * versions 1 to 3: numbers in rows, little-endian. Nothing is allocated before the size is known to be right.
 */
export function readNpy(name: string, bytes: Uint8Array): NpyArray {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const isNpy =
    bytes.length >= 12 && view.getUint32(0) === 0x934e554d && view.getUint16(4) === 0x5059;
  if (!isNpy) throw new RangeError(`${name} is no array of NumPy`);
  const wide = bytes[6] > 1;
  const length = wide ? view.getUint32(8, true) : view.getUint16(8, true);
  const start = (wide ? 12 : 10) + length;
  if (length > MAX_HEADER_BYTES || start > bytes.length) {
    throw new RangeError(`${name} is cut short or no array of numbers`);
  }
  const header = new TextDecoder().decode(bytes.subarray(start - length, start));
  const [, descr = 'of several fields'] = /'descr': *'([^']*)'/.exec(header) ?? [];
  const [, order] = /'fortran_order': *(True|False)/.exec(header) ?? [];
  const [, extents] = /'shape': *\(([\d, ]*)\)/.exec(header) ?? [];
  if (order === undefined || extents === undefined) {
    throw new RangeError(`${name} has a header that cannot be read`);
  }
  if (!Object.hasOwn(TYPES, descr)) {
    throw new RangeError(
      `${name} must hold little-endian floats of 4 or 8 bytes or integers, got ${descr.slice(0, 20)}; save it with astype('<f4')`,
    );
  }
  const shape = extents
    .split(',')
    .filter((text) => text.trim() !== '')
    .map(Number);
  if (order === 'True' && shape.length > 1) {
    throw new RangeError(`${name} is stored by columns; save np.ascontiguousarray of it`);
  }
  const [size, read] = TYPES[descr];
  const count = shape.reduce((product, extent) => product * extent, 1);
  if (count * size !== bytes.length - start) {
    throw new RangeError(
      `${name} must have ${count * size} bytes for its shape (${shape}), got ${bytes.length - start}`,
    );
  }
  const values = descr === '<f4' ? new Float32Array(count) : new Float64Array(count);
  for (let at = 0; at < count; at++) values[at] = read(view, start + at * size);
  return { shape, values };
}
