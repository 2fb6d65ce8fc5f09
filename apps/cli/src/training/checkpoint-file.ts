import { existsSync, readFileSync, rmSync } from 'node:fs';
import {
  decodeCheckpoint,
  encodeCheckpoint,
  ModelFileError,
  type SavedCheckpoint,
} from '@sig/edge';
import { CommandError } from '../errors.js';
import { writeFileAtomic } from '../files/write-file-atomic.js';

/** Where a training keeps what it needs to go on, as long as it is not over. */
export interface CheckpointFile {
  /** model.safetensors has model.checkpoint.safetensors beside it. */
  readonly path: string;
  exists(): boolean;
  /** Throws a CommandError that names the file where it cannot be used. */
  read(): SavedCheckpoint;
  /** Whole or not at all. */
  write(saved: SavedCheckpoint): void;
  remove(): void;
}

/** The checkpoint beside a model file. */
export function checkpointFile(out: string): CheckpointFile {
  const path = `${out.replace(/\.safetensors$/, '')}.checkpoint.safetensors`;
  return {
    path,
    exists: () => existsSync(path),
    read() {
      try {
        return decodeCheckpoint(readFileSync(path));
      } catch (error) {
        if (!(error instanceof ModelFileError)) throw error;
        const reason = error.message.replace(/; [^;]*$/, '');
        throw new CommandError(
          `--resume: ${path}: ${reason}; remove it, or leave --resume out, to train anew`,
        );
      }
    },
    write: (saved) => writeFileAtomic(path, encodeCheckpoint(saved)),
    remove: () => rmSync(path, { force: true }),
  };
}
