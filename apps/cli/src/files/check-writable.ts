import { closeSync, openSync, rmSync, statSync } from 'node:fs';
import { CommandError } from '../errors.js';
import { outputPlace } from './output-place.js';

/** Refuses a place where no file can be written, before any work is done. */
export function checkWritable(file: string): void {
  const { folder, temporary } = outputPlace(file);
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) {
    throw new CommandError(`cannot write ${file}: there is no folder ${folder}; make it first`);
  }
  if (!found.isDirectory()) {
    throw new CommandError(`cannot write ${file}: ${folder} is no folder`);
  }
  // Permissions do not tell all, for root least of all: only writing does.
  try {
    closeSync(openSync(temporary, 'w'));
  } catch {
    throw new CommandError(`cannot write ${file}: nothing may be written in ${folder}`);
  } finally {
    rmSync(temporary, { force: true });
  }
}
