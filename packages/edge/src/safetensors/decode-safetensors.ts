import { ModelFileError } from '../model-file-error.js';
import { parseHeader } from './parse-header.js';
import { arrayOf, type Tensor } from './tensor.js';

/** What a safetensors file holds. */
export interface Safetensors {
  tensors: Record<string, Tensor>;
  metadata: Record<string, string>;
}

export interface DecodeSafetensorsOptions {
  /** False: the tensors are views on the bytes, but where those are not aligned (true). */
  copy?: boolean;
}

/** The largest header the format allows, in bytes. */
const MAX_HEADER_BYTES = 100_000_000;

/**
 * What is made of a header takes many times its bytes: some hundred for a tensor of which the file
 * needs to say no more than 50. Beyond what any program can spare, a header may therefore take an
 * eighth of the file and name one entry in each 256 bytes of it.
 */
const FREE_HEADER_BYTES = 1 << 20;
const FREE_ENTRIES = 1024;
const BYTES_AN_ENTRY = 256;

/** The most tensors, and the most metadata, of a file of so many bytes. */
function mostEntries(bytes: number): number {
  return FREE_ENTRIES + Math.floor(bytes / BYTES_AN_ENTRY);
}

/**
 * Reads a safetensors file: header length (8 bytes, little-endian), header (JSON), data.
 *
 * Everything the header claims is checked against the bytes that are there before anything of
 * that size is made. The tensors are copies unless `copy` is false; F16, BF16 and F8 come as their bits.
 *
 * @throws ModelFileError when the bytes are no safetensors file, are cut short, or when a tensor's
 * type, shape and place do not fit together.
 *
 * @see https://huggingface.co/docs/safetensors
 *
 * @example
 * const { tensors, metadata } = decodeSafetensors(bytes);
 */
export function decodeSafetensors(
  bytes: Uint8Array,
  { copy = true }: DecodeSafetensorsOptions = {},
): Safetensors {
  if (!(bytes instanceof Uint8Array)) {
    throw new TypeError(`bytes must be a Uint8Array, got ${typeof bytes}`);
  }
  const dataStart = checkedDataStart(bytes);
  const text = headerText(bytes.subarray(8, dataStart));
  const { metadata, entries } = parseHeader(text, mostEntries(bytes.length));
  const wanted = dataStart + (entries.at(-1)?.end ?? 0);
  if (bytes.length < wanted) throw cutShort(wanted, bytes.length);
  if (bytes.length > wanted) {
    throw new ModelFileError(
      'invalid',
      `the model file has ${bytes.length - wanted} bytes more than its header names; copy it again`,
    );
  }
  const tensors = entries.map(({ name, dtype, shape, begin, end }): [string, Tensor] => {
    const data = viewOf(bytes, dataStart + begin, dataStart + end, arrayOf(dtype), copy);
    // The array's class follows from the dtype, a tie the compiler cannot see.
    return [name, { dtype, shape, data } as Tensor];
  });
  return { tensors: Object.fromEntries(tensors), metadata };
}

function viewOf(
  bytes: Uint8Array,
  begin: number,
  end: number,
  array: ReturnType<typeof arrayOf>,
  copy: boolean,
): InstanceType<typeof array> {
  const at = bytes.byteOffset + begin;
  if (!copy && at % array.BYTES_PER_ELEMENT === 0) {
    return new array(bytes.buffer as ArrayBuffer, at, (end - begin) / array.BYTES_PER_ELEMENT);
  }
  const copied = new Uint8Array(end - begin);
  copied.set(bytes.subarray(begin, end));
  return new array(copied.buffer);
}

function checkedDataStart(bytes: Uint8Array): number {
  const length =
    bytes.length < 8
      ? Number.NaN
      : Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
  if (!(length >= 2 && length <= MAX_HEADER_BYTES)) {
    throw new ModelFileError(
      'not-a-model',
      'not a safetensors file: it does not begin with the length of a header; give a model that sig train has written',
    );
  }
  if (8 + length <= bytes.length) {
    if (length <= FREE_HEADER_BYTES + bytes.length / 8) return 8 + length;
    throw new ModelFileError(
      'invalid',
      `the model file has a header of ${length} bytes, more than an eighth of it; give a model that sig train has written`,
    );
  }
  // A text or an image begins with some length too; only a file that goes on as a header is cut.
  if (bytes.length > 8 && bytes[8] !== 0x7b) {
    throw new ModelFileError(
      'not-a-model',
      'not a safetensors file: no header follows its first 8 bytes; give a model that sig train has written',
    );
  }
  throw cutShort(8 + length, bytes.length);
}

function headerText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ModelFileError(
      'not-a-model',
      'not a safetensors file: its header is not UTF-8 text; give a model that sig train has written',
    );
  }
}

function cutShort(wanted: number, got: number): ModelFileError {
  return new ModelFileError(
    'cut-short',
    `the model file is cut short: ${got} bytes of at least ${wanted} are there; copy it again or train anew`,
  );
}
