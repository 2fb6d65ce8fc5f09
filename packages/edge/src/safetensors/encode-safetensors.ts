import { arrayOf, dtypes, elementCount, isDtype, type Tensor } from './tensor.js';

/** The data begins at a multiple of this, so that every reader can map it in place. */
const ALIGNMENT = 8;

/**
 * Writes tensors and text as a safetensors file.
 *
 * Tensors lie in the order given, wider element types first, so that each is aligned. The same
 * tensors in the same order give the same bytes.
 *
 * @throws TypeError when a tensor's data is not the typed array of its dtype, or metadata is not
 * text; RangeError when its length is not that of its shape, or a name is reserved.
 *
 * @see https://huggingface.co/docs/safetensors
 *
 * @example
 * const weight = { dtype: 'F32', shape: [2, 2], data: new Float32Array([1, 0, 0, 1]) } as const;
 * const bytes = encodeSafetensors({ weight }, { made: 'by hand' });
 */
export function encodeSafetensors(
  tensors: Readonly<Record<string, Tensor>>,
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array {
  for (const [name, tensor] of Object.entries(tensors)) checkTensor(name, tensor);
  for (const [key, value] of Object.entries(metadata)) {
    if (typeof value !== 'string') {
      throw new TypeError(`metadata must be text, got ${typeof value} for ${JSON.stringify(key)}`);
    }
  }
  const ordered = Object.entries(tensors).sort(
    ([, a], [, b]) => b.data.BYTES_PER_ELEMENT - a.data.BYTES_PER_ELEMENT,
  );
  let end = 0;
  const fields: [string, unknown][] = ordered.map(([name, { dtype, shape, data }]) => {
    const begin = end;
    end += data.byteLength;
    return [name, { dtype, shape, data_offsets: [begin, end] }];
  });
  if (Object.keys(metadata).length > 0) fields.unshift(['__metadata__', metadata]);
  const header = new TextEncoder().encode(JSON.stringify(Object.fromEntries(fields)));
  const headerLength = Math.ceil(header.length / ALIGNMENT) * ALIGNMENT;

  const bytes = new Uint8Array(8 + headerLength + end);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(headerLength), true);
  bytes.set(header, 8);
  bytes.fill(0x20, 8 + header.length, 8 + headerLength);
  let at = 8 + headerLength;
  for (const [, { data }] of ordered) {
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += data.byteLength;
  }
  return bytes;
}

function checkTensor(name: string, { dtype, shape, data }: Tensor): void {
  if (name === '__metadata__') {
    throw new RangeError("a tensor cannot be named '__metadata__', which the format reserves");
  }
  if (!isDtype(dtype)) {
    throw new RangeError(`dtype of ${name} must be one of ${dtypes.join(', ')}, got ${dtype}`);
  }
  if (!(data instanceof arrayOf(dtype))) {
    throw new TypeError(`data of ${name} must be a ${arrayOf(dtype).name} for dtype ${dtype}`);
  }
  const count = elementCount(shape);
  if (count !== data.length) {
    throw new RangeError(
      `shape of ${name} must hold its ${data.length} elements, got [${shape.join(', ')}]`,
    );
  }
}
