import { invalidOnnx } from './onnx-error.js';
import type { FileAttribute, FileNode } from './onnx-file.js';
import {
  type FieldLimit,
  messageBytes,
  plainNumber,
  readFields,
  readIntegers,
  readText,
} from './read-fields.js';
import { readTensor } from './read-tensor.js';

/** The longest list of a node that is read; inputs, pads, axes and splits are far shorter. */
const MOST_NUMBERS = 4096;

/** Reads a `NodeProto`. */
export function readNode(bytes: Uint8Array, limit: FieldLimit): FileNode {
  const inputs: string[] = [];
  const outputs: string[] = [];
  const attributes = new Map<string, FileAttribute>();
  let [name, operator, domain] = ['', '', ''];
  for (const { number, value } of readFields(bytes, limit)) {
    if (number === 1) inputs.push(readText(value));
    else if (number === 2) outputs.push(readText(value));
    else if (number === 3) name = readText(value);
    else if (number === 4) operator = readText(value);
    else if (number === 5) attributes.set(...readAttribute(messageBytes(value), limit));
    else if (number === 7) domain = readText(value);
  }
  checkLength(inputs, outputs);
  return { operator, domain, name, inputs, outputs, attributes };
}

function readAttribute(bytes: Uint8Array, limit: FieldLimit): [string, FileAttribute] {
  let name = '';
  let attribute: FileAttribute = {};
  const ints: number[] = [];
  const floats: number[] = [];
  for (const { number, value } of readFields(bytes, limit)) {
    if (number === 1) name = readText(value);
    else if (number === 2) attribute = { ...attribute, float: plainNumber(value) };
    else if (number === 3) attribute = { ...attribute, int: plainNumber(value) };
    else if (number === 4) attribute = { ...attribute, text: readText(value) };
    else if (number === 5) {
      attribute = { ...attribute, tensor: readTensor(messageBytes(value), limit) };
    } else if (number === 7) floats.push(...readFloats(value));
    else if (number === 8) ints.push(...readIntegers(value, MOST_NUMBERS));
    checkLength(ints, floats);
  }
  return [name, { ...attribute, ints, floats }];
}

function checkLength(...lists: readonly (readonly unknown[])[]): void {
  if (lists.every(({ length }) => length <= MOST_NUMBERS)) return;
  throw invalidOnnx(`a list of a node has more than ${MOST_NUMBERS} entries`);
}

/** Float32 numbers that come alone or as a packed list. */
function readFloats(value: number | Uint8Array): number[] {
  if (typeof value === 'number') return [value];
  const view = new DataView(value.buffer, value.byteOffset, value.byteLength);
  const count = Math.min(MOST_NUMBERS, Math.floor(value.length / 4));
  return Array.from({ length: count }, (_, index) => view.getFloat32(4 * index, true));
}
