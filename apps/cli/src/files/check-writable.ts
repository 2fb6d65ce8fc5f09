import { closeSync, openSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CommandError } from '../errors.js';

/** Refuses a place where no file can be written, before any work is done. */
export function checkWritable(file: string): void {
  const path = resolve(file);
  const folder = dirname(path);
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) {
    throw new CommandError(`cannot write ${file}: there is no folder ${folder}; make it first`);
  }
  if (!found.isDirectory()) {
    throw new CommandError(`cannot write ${file}: ${folder} is no folder`);
  }
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new CommandError(
      `cannot write ${file || "''"}: it is a folder; name a file, such as model.safetensors`,
    );
  }
  // Permissions do not tell all, for root least of all: only writing does.
  const probe = join(folder, `.sig-${process.pid}.tmp`);
  try {
    closeSync(openSync(probe, 'w'));
  } catch {
    throw new CommandError(`cannot write ${file}: nothing may be written in ${folder}`);
  } finally {
    rmSync(probe, { force: true });
  }
}
