import { type Shape, sizeOf } from '@sig/heads';
import { bytesOf, DOUBLE, FLOAT, INT32, INT64 } from './element-types.js';
import { invalidOnnx, quoted } from './onnx-error.js';
import type { FileTensor } from './onnx-file.js';
import {
  type FieldLimit,
  messageBytes,
  plainNumber,
  readFields,
  readIntegers,
  readText,
} from './read-fields.js';

/** Axes of the longest shape that is read. */
export const MOST_AXES = 16;
/** Numbers of the longest list whose values are kept: shapes, axes and places are short. */
export const MOST_VALUES = 32;

/** Reads a `TensorProto`. */
export function readTensor(bytes: Uint8Array, limit: FieldLimit): FileTensor {
  const shape: number[] = [];
  const listed: (number | Uint8Array)[] = [];
  let [type, name, elsewhere] = [0, '', false];
  let raw: Uint8Array | undefined;
  for (const { number, value } of readFields(bytes, limit)) {
    if (number === 1) shape.push(...readIntegers(value, MOST_AXES));
    else if (number === 2) type = plainNumber(value);
    else if ([4, 5, 7, 10].includes(number)) {
      if (listed.length < MOST_VALUES) listed.push(value);
    } else if (number === 8) name = readText(value);
    else if (number === 9) raw = messageBytes(value);
    else if (number === 14) elsewhere = value === 1;
  }
  checkShape(shape, `the constant ${quoted(name)}`);
  const count = sizeOf(shape);
  const length = bytesOf(type, count);
  if (raw && !elsewhere && length !== undefined && raw.length !== length) {
    throw invalidOnnx(
      `the constant ${quoted(name)} of shape [${shape}] must have ${length} bytes, got ${raw.length}`,
    );
  }
  if (elsewhere || count > MOST_VALUES) return { name, type, shape };
  const values = raw ? decodeValues(type, raw) : listedValues(type, listed);
  return { name, type, shape, values: values?.length === count ? values : undefined };
}

/** Throws unless the extents are countable numbers of a few axes. */
export function checkShape(shape: Shape, what: string): void {
  const countable = shape.every((extent) => Number.isSafeInteger(extent) && extent >= 0);
  if (countable && shape.length <= MOST_AXES && Number.isSafeInteger(sizeOf(shape))) return;
  const shown = shape.slice(0, MOST_AXES).join(', ');
  throw invalidOnnx(
    `${what} has the shape [${shown}], and only up to ${MOST_AXES} axes of whole numbers from 0 can be counted`,
  );
}

/** The numbers in little-endian bytes. */
function decodeValues(type: number, bytes: Uint8Array): number[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const all = (size: number, read: (at: number) => number): number[] =>
    Array.from({ length: Math.floor(bytes.length / size) }, (_, index) => read(size * index));
  switch (type) {
    case FLOAT:
      return all(4, (at) => view.getFloat32(at, true));
    case DOUBLE:
      return all(8, (at) => view.getFloat64(at, true));
    case INT32:
      return all(4, (at) => view.getInt32(at, true));
    case INT64:
      return all(8, (at) => Number(view.getBigInt64(at, true)));
    default:
      return undefined;
  }
}

/** The numbers of the lists for a type, which are packed or come one by one. */
function listedValues(
  type: number,
  listed: readonly (number | Uint8Array)[],
): number[] | undefined {
  if (![FLOAT, DOUBLE, INT32, INT64].includes(type)) return undefined;
  const whole = type === INT32 || type === INT64;
  return listed.flatMap((value) => {
    if (typeof value === 'number') return [value];
    return whole ? readIntegers(value, MOST_VALUES) : (decodeValues(type, value) ?? []);
  });
}
