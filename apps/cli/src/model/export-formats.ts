import { basename } from 'node:path';
import type { SavedModel } from '@sig/edge';
import { exportC, exportJs, exportOnnx } from '@sig/edge/export';
import { runtimeExtension } from '@sig/knn-slice';
import { UsageError } from '../errors.js';
import { knownLayers } from './own-layers.js';

/** A file of an export. */
export interface ExportedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Format {
  /** Of the file's name where none is given. */
  readonly ending: string;
  /** The files of a model, none written yet, for the name that was asked for. */
  readonly write: (model: SavedModel, name: string) => readonly ExportedFile[];
}

export type ExportFormat = 'c' | 'js' | 'onnx';

/** All that `sig export` can write. */
export const exportFormats: Readonly<Record<ExportFormat, Format>> = {
  c: {
    ending: '.c',
    write(model, name) {
      if (!name.endsWith('.c')) {
        throw new UsageError(`--out must end in .c, the header goes beside it, got ${name}`);
      }
      const base = name.slice(0, -2);
      const { header, source } = exportC(model, { name: basename(base) });
      const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
      return [
        { name, bytes: bytes(source) },
        { name: `${base}.h`, bytes: bytes(header) },
      ];
    },
  },
  js: {
    ending: '.mjs',
    write(model, name) {
      const text = exportJs(model, { layers: knownLayers, extension: runtimeExtension });
      return [{ name, bytes: new TextEncoder().encode(text) }];
    },
  },
  onnx: {
    ending: '.onnx',
    write: (model, name) => [{ name, bytes: exportOnnx(model) }],
  },
};

export const formatNames = Object.keys(exportFormats);
