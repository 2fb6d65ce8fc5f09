import { invalidOnnx } from './onnx-error.js';
import type { DeclaredValue, Extent } from './onnx-file.js';
import { type FieldLimit, messageBytes, plainNumber, readFields, readText } from './read-fields.js';
import { MOST_AXES } from './read-tensor.js';

/** Reads a `ValueInfoProto`. */
export function readDeclaredValue(bytes: Uint8Array, limit: FieldLimit): DeclaredValue {
  let name = '';
  let extents: Extent[] | undefined;
  for (const { number, value } of readFields(bytes, limit)) {
    if (number === 1) name = readText(value);
    else if (number === 2) {
      const tensor = lastOf(messageBytes(value), 1, limit);
      const shape = tensor && lastOf(tensor, 2, limit);
      extents = shape && readExtents(shape, limit);
    }
  }
  return { name, extents };
}

function readExtents(bytes: Uint8Array, limit: FieldLimit): Extent[] {
  const extents: Extent[] = [];
  for (const { number, value } of readFields(bytes, limit)) {
    if (number !== 1) continue;
    if (extents.length === MOST_AXES) throw invalidOnnx(`a shape has more than ${MOST_AXES} axes`);
    extents.push(readExtent(messageBytes(value), limit));
  }
  return extents;
}

function readExtent(bytes: Uint8Array, limit: FieldLimit): Extent {
  let extent: Extent;
  for (const { number, value } of readFields(bytes, limit)) {
    if (number === 1) extent = plainNumber(value);
    else if (number === 2) extent = readText(value) || undefined;
  }
  // Some writers say -1 or 0 for an extent that is open.
  return typeof extent === 'number' && extent <= 0 ? undefined : extent;
}

/** The last message of a field, as protocol buffers have it. */
function lastOf(bytes: Uint8Array, field: number, limit: FieldLimit): Uint8Array | undefined {
  let found: Uint8Array | undefined;
  for (const { number, value } of readFields(bytes, limit)) {
    if (number === field) found = messageBytes(value);
  }
  return found;
}
