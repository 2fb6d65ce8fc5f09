import { ModelFileError } from '../../model-file-error.js';
import type { DeclaredValue, FileNode, FileTensor, OnnxFile } from './onnx-file.js';
import { readDeclaredValue } from './read-declared-value.js';
import { createFieldLimit, type FieldLimit, messageBytes, readFields } from './read-fields.js';
import { readNode } from './read-node.js';
import { readTensor } from './read-tensor.js';

/**
 * Reads of an ONNX file what its cost depends on, by the schema `onnx.proto`
 * (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto). Weights are neither decoded nor copied.
 *
 * @throws ModelFileError when the bytes are no ONNX file, cut short or damaged.
 */
export function decodeOnnx(bytes: Uint8Array): OnnxFile {
  const limit = createFieldLimit();
  let graph: Uint8Array | undefined;
  let versioned = false;
  try {
    for (const { number, value } of readFields(bytes, limit)) {
      if (number === 1) versioned = true;
      if (number === 7) graph = messageBytes(value);
    }
  } catch (error) {
    // Every ONNX file begins with its version; what fails before is something else.
    if (versioned) throw error;
  }
  if (graph === undefined || !versioned) {
    throw new ModelFileError('not-a-model', 'these bytes are no ONNX file; give one with a graph');
  }
  return readGraph(graph, limit);
}

function readGraph(bytes: Uint8Array, limit: FieldLimit): OnnxFile {
  const nodes: FileNode[] = [];
  const initializers: FileTensor[] = [];
  const inputs: DeclaredValue[] = [];
  const declared: DeclaredValue[] = [];
  for (const { number, value } of readFields(bytes, limit)) {
    if (number === 1) nodes.push(readNode(messageBytes(value), limit));
    else if (number === 5) initializers.push(readTensor(messageBytes(value), limit));
    else if (number === 11) inputs.push(readDeclaredValue(messageBytes(value), limit));
    else if (number === 12 || number === 13) {
      declared.push(readDeclaredValue(messageBytes(value), limit));
    }
  }
  const held = new Set(initializers.map(({ name }) => name));
  // Old files list their weights among the inputs.
  return { nodes, initializers, inputs: inputs.filter(({ name }) => !held.has(name)), declared };
}
