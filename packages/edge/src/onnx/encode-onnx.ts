import { PbfWriter } from 'pbf';
import { CREATED_BY } from '../model/format.js';
import type { OnnxAttribute, OnnxConstant, OnnxGraph, OnnxNode, OnnxValue } from './graph.js';

/** The operator set of 2022, which every runtime of today has. */
const OPERATOR_SET = 17;
const IR_VERSION = 8;

const ELEMENT_TYPES = { float32: 1, uint8: 2, int64: 7 } as const;
const ATTRIBUTE_TYPES = { float: 1, int: 2, ints: 7 } as const;

/**
 * A graph as the bytes of an ONNX file, by a writer that a page can carry in 1.6 kB. The numbers are
 * those of the fields in the schema `onnx.proto`
 * (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto).
 *
 * @example
 * writeFileSync('resnet18.onnx', encodeOnnx(resNet(18)));
 */
export function encodeOnnx(graph: OnnxGraph): Uint8Array {
  const [creator, version] = CREATED_BY.split(/\/(?=[^/]*$)/);
  const writer = new PbfWriter();
  integer(writer, 1, IR_VERSION);
  text(writer, 2, creator);
  text(writer, 3, version);
  message(writer, 7, () => writeGraph(writer, graph));
  message(writer, 8, () => integer(writer, 2, OPERATOR_SET));
  for (const [key, value] of Object.entries(graph.metadata ?? {})) {
    message(writer, 14, () => {
      text(writer, 1, key);
      text(writer, 2, value);
    });
  }
  // Without the room that the writer has left over.
  return writer.finish().slice();
}

function writeGraph(writer: PbfWriter, { name, input, output, constants, nodes }: OnnxGraph) {
  for (const node of nodes) message(writer, 1, () => writeNode(writer, node));
  text(writer, 2, name);
  for (const constant of constants) message(writer, 5, () => writeConstant(writer, constant));
  message(writer, 11, () => writeValue(writer, input));
  message(writer, 12, () => writeValue(writer, output));
  for (const node of nodes) {
    if (node.output.name === output.name) continue;
    message(writer, 13, () => writeValue(writer, node.output));
  }
}

function writeNode(writer: PbfWriter, { operator, inputs, output, attributes }: OnnxNode) {
  for (const { name } of inputs) text(writer, 1, name);
  text(writer, 2, output.name);
  text(writer, 3, output.name);
  text(writer, 4, operator);
  for (const [name, attribute] of Object.entries(attributes)) {
    message(writer, 5, () => writeAttribute(writer, name, attribute));
  }
}

function writeAttribute(writer: PbfWriter, name: string, attribute: OnnxAttribute): void {
  text(writer, 1, name);
  if ('float' in attribute) {
    writer.writeFloatField(2, attribute.float);
    integer(writer, 20, ATTRIBUTE_TYPES.float);
  } else if ('int' in attribute) {
    integer(writer, 3, attribute.int);
    integer(writer, 20, ATTRIBUTE_TYPES.int);
  } else {
    for (const value of attribute.ints) integer(writer, 8, value);
    integer(writer, 20, ATTRIBUTE_TYPES.ints);
  }
}

function writeConstant(writer: PbfWriter, { name, element, shape, data }: OnnxConstant): void {
  for (const extent of shape) integer(writer, 1, extent);
  integer(writer, 2, ELEMENT_TYPES[element]);
  text(writer, 8, name);
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  writer.writeBytesField(9, bytes);
}

function writeValue(writer: PbfWriter, { name, element, shape }: OnnxValue): void {
  text(writer, 1, name);
  message(writer, 2, () =>
    message(writer, 1, () => {
      integer(writer, 1, ELEMENT_TYPES[element]);
      message(writer, 2, () => {
        for (const extent of shape) message(writer, 1, () => integer(writer, 1, extent));
      });
    }),
  );
}

function message(writer: PbfWriter, field: number, write: () => void): void {
  writer.writeMessage(field, write, undefined);
}

function integer(writer: PbfWriter, field: number, value: number): void {
  writer.writeVarintField(field, value);
}

function text(writer: PbfWriter, field: number, value: string): void {
  writer.writeStringField(field, value);
}
