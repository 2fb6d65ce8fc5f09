import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { outputPlace } from './output-place.js';

/**
 * Writes a file whole or not at all: under a temporary name in the same folder, then renamed.
 *
 * A file of that name is replaced in one step; a reader sees the old one or the new one.
 */
export function writeFileAtomic(file: string, bytes: Uint8Array): void {
  const { path, temporary } = outputPlace(file);
  try {
    const handle = openSync(temporary, 'w');
    try {
      writeFileSync(handle, bytes);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
