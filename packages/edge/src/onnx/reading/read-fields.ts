import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';
import { ModelFileError } from '../../model-file-error.js';
import { invalidOnnx } from './onnx-error.js';

/** A field of a message: a number, or the bytes of a text, a list or a message. */
export interface Field {
  readonly number: number;
  readonly value: number | Uint8Array;
}

/** Fields of one file, all its messages together; large networks have some ten thousand. */
const MOST_FIELDS = 500_000;

/** How many fields of a file may still be read, so that one that means harm comes to an end. */
export interface FieldLimit {
  left: number;
}

/** The limit of one file. */
export function createFieldLimit(): FieldLimit {
  return { left: MOST_FIELDS };
}

/** Reads the fields of a message in the order of the file; what they hold is not copied. */
export function* readFields(bytes: Uint8Array, limit: FieldLimit): Generator<Field> {
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    if (--limit.left < 0) throw invalidOnnx(`it has more than ${MOST_FIELDS} fields`);
    yield readField(reader);
  }
}

/** Whole numbers that come alone or as a packed list. */
export function readIntegers(value: number | Uint8Array, most: number): number[] {
  if (typeof value === 'number') return [value];
  const reader = new BinaryReader(value);
  const integers: number[] = [];
  while (reader.pos < reader.len) {
    if (integers.length >= most) throw invalidOnnx(`a list has more than ${most} numbers`);
    integers.push(guarded(() => Number(reader.int64())));
  }
  return integers;
}

/** Texts in UTF-8; of a field that should be one and is not, an empty one. */
export function readText(value: number | Uint8Array): string {
  return typeof value === 'number' ? '' : new TextDecoder().decode(value);
}

/** The bytes of a message; a number in its place is none. */
export function messageBytes(value: number | Uint8Array): Uint8Array {
  if (typeof value === 'number') throw invalidOnnx('a number stands where a message should');
  return value;
}

/** The number of a field; a list in its place is none. */
export function plainNumber(value: number | Uint8Array): number {
  if (typeof value !== 'number') throw invalidOnnx('bytes stand where a number should');
  return value;
}

function readField(reader: BinaryReader): Field {
  return guarded(() => {
    const [number, type] = reader.tag();
    return { number, value: readValue(reader, type) };
  });
}

function readValue(reader: BinaryReader, type: WireType): number | Uint8Array {
  switch (type) {
    case WireType.Varint:
      return Number(reader.int64());
    case WireType.LengthDelimited:
      return reader.bytes();
    case WireType.Bit32:
      return reader.float();
    case WireType.Bit64:
      return reader.double();
    default:
      throw new Error('no field of ONNX is a group');
  }
}

/** The reader throws a RangeError at the end of the bytes and an Error where they are no message. */
function guarded<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw invalidOnnx('its bytes are no protocol buffer');
    throw new ModelFileError('cut-short', 'the ONNX file ends too early; copy or export it anew');
  }
}
