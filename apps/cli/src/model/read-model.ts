import { readFileSync, statSync } from 'node:fs';
import { decodeModel, ModelFileError, type SavedModel } from '@sig/edge';
import { CommandError } from '../errors.js';

/** A model and the bytes its file has. */
export interface ModelFile {
  readonly model: SavedModel;
  readonly bytes: number;
}

/** Reads a model file; every error names it. */
export function readModel(file: string): ModelFile {
  const found = statSync(file);
  if (found.isDirectory()) throw new CommandError(`${file}: it is a folder, not a model file`);
  // Such as /dev/zero, which has no end.
  if (found.isCharacterDevice() || found.isBlockDevice()) {
    throw new CommandError(`${file}: it is a device, not a model file`);
  }
  const bytes = readFileSync(file);
  try {
    return { model: decodeModel(bytes), bytes: bytes.length };
  } catch (error) {
    if (error instanceof ModelFileError) throw new CommandError(`${file}: ${error.message}`);
    throw error;
  }
}
