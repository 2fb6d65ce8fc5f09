import { ModelFileError } from '../model-file-error.js';
import type { Safetensors } from '../safetensors/decode-safetensors.js';
import type { Tensor } from '../safetensors/tensor.js';

const ARRAYS = { F32: Float32Array, F16: Uint16Array, I8: Int8Array } as const;

/**
 * What JSON makes of a byte may take a hundred: beyond what any program can spare, a header has a
 * small part of the file. So have tensors, views of some 200 bytes.
 */
const FREE_HEADER_BYTES = 2 ** 17;
const MAX_TENSORS = 1024;

/**
 * The tensors of a safetensors file as views, copied only where they are not aligned, and only those
 * types that a model has. Together they have as many bytes as the file has data.
 */
export function viewSafetensors(bytes: Uint8Array): Safetensors {
  const start = 8 + headerBytes(bytes);
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(8, start));
  const { __metadata__: metadata = {}, ...entries } = JSON.parse(text);
  let rest = bytes.length - start;
  const list = Object.entries<Record<string, unknown>>(entries);
  if (list.length > MAX_TENSORS) throw damaged('its tensors');
  const tensors = list.map(([name, { dtype, shape, data_offsets: offsets }]) => {
    const isList = Array.isArray(shape) && Array.isArray(offsets);
    if (!isList || typeof dtype !== 'string' || !Object.hasOwn(ARRAYS, dtype)) throw damaged(name);
    const array = ARRAYS[dtype as keyof typeof ARRAYS];
    const [from, to] = offsets.map((offset) => start + offset);
    const count = shape.reduce((product, extent) => product * extent, 1);
    const inside = Number.isInteger(from) && from >= start && to <= bytes.length;
    if (!inside || to - from !== count * array.BYTES_PER_ELEMENT) throw damaged(name);
    rest -= to - from;
    const at = bytes.byteOffset + from;
    const data =
      at % array.BYTES_PER_ELEMENT === 0
        ? new array(bytes.buffer as ArrayBuffer, at, count)
        : new array(bytes.slice(from, to).buffer);
    return [name, { dtype, shape, data } as Tensor];
  });
  if (rest !== 0) throw damaged('its end');
  return { tensors: Object.fromEntries(tensors), metadata };
}

function headerBytes(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const length = bytes.length < 8 || view.getUint32(4, true) > 0 ? 0 : view.getUint32(0, true);
  if (
    length < 2 ||
    length > FREE_HEADER_BYTES + bytes.length / 32 ||
    (bytes.length > 8 && bytes[8] !== 0x7b)
  ) {
    throw new ModelFileError('not-a-model', 'not a model: it has no safetensors header');
  }
  if (8 + length <= bytes.length) return length;
  throw new ModelFileError('cut-short', 'the model file is cut short; copy it again');
}

function damaged(what: string): ModelFileError {
  return new ModelFileError('invalid', `the model file is damaged at ${what.slice(0, 80)}`);
}
