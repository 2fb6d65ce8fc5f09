import { readFileSync, statSync } from 'node:fs';
import { CommandError } from '../errors.js';

/** The bytes of a file that should be `what`, such as `a model file`; errors name it. */
export function readInputFile(file: string, what: string): Uint8Array {
  const found = statSync(file);
  if (found.isDirectory()) throw new CommandError(`${file}: it is a folder, not ${what}`);
  // Such as /dev/zero, which has no end.
  if (found.isCharacterDevice() || found.isBlockDevice()) {
    throw new CommandError(`${file}: it is a device, not ${what}`);
  }
  return readFileSync(file);
}
