import type { SavedModel } from '@sig/edge';
import { exportC, exportJs, exportOnnx } from '@sig/edge/export';
import { knnLayers, runtimeExtension } from '@sig/knn-slice';
import type { ExportedFile, ExportFormat } from '../link/learner.js';
import { type CurrentModel, inInt8, isEngine } from './current-model.js';

/** The files of a model in a format, called by a name without an ending. */
export function writeModel(
  { model, bytes }: CurrentModel,
  format: ExportFormat,
  name: string,
): ExportedFile[] {
  if (format === 'safetensors') return [{ name: `${name}.safetensors`, bytes }];
  if (format === 'int8') {
    const small = inInt8(model);
    if (small) return [{ name: `${name}.int8.safetensors`, bytes: small }];
    throw new Error('the model is in few bits already; save it as it is');
  }
  if (format === 'js') {
    const text = exportJs(model, { layers: knnLayers, extension: runtimeExtension });
    return [{ name: `${name}.mjs`, bytes: encoded(text) }];
  }
  refuseEngine(model, format);
  if (format === 'onnx') return [{ name: `${name}.onnx`, bytes: exportOnnx(model) }];
  const { header, source } = exportC(model, { name });
  return [
    { name: `${name}.h`, bytes: encoded(header) },
    { name: `${name}.c`, bytes: encoded(source) },
  ];
}

function refuseEngine(model: SavedModel, format: 'onnx' | 'c'): void {
  if (!isEngine(model)) return;
  const wanted = format === 'c' ? 'C' : 'ONNX';
  throw new Error(
    `nearest neighbours cannot be written as ${wanted}; save them as a model or as JavaScript`,
  );
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
