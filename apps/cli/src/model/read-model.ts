import { decodeModel, ModelFileError, type SavedModel } from '@sig/edge';
import { CommandError } from '../errors.js';
import { readInputFile } from '../files/read-input-file.js';
import { knownLayers, type LayerFactories } from './own-layers.js';

/** A model and the bytes its file has. */
export interface ModelFile {
  readonly model: SavedModel;
  readonly bytes: number;
  readonly content: Uint8Array;
}

/** Reads a model file, with the layers of one's own that it may need; every error names it. */
export function readModel(file: string, layers: LayerFactories = knownLayers): ModelFile {
  const content = readInputFile(file, 'a model file');
  try {
    return { model: decodeModel(content, { layers }), bytes: content.length, content };
  } catch (error) {
    if (error instanceof ModelFileError) {
      const own = error.message.includes('no layer is of kind');
      const cure = own
        ? '; sig eval, predict, info and quantize take the module that makes it as --layers; none of one’s own can be exported'
        : '';
      throw new CommandError(`${file}: ${error.message}${cure}`);
    }
    throw error;
  }
}
