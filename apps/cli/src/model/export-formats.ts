import type { SavedModel } from '@sig/edge';
import { exportOnnx } from '@sig/edge/export';

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

export type ExportFormat = 'onnx';

/** All that `sig export` can write. */
export const exportFormats: Readonly<Record<ExportFormat, Format>> = {
  onnx: {
    ending: '.onnx',
    write: (model, name) => [{ name, bytes: exportOnnx(model) }],
  },
};

export const formatNames = Object.keys(exportFormats);
