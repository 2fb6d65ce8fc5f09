import { accessSync, constants, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { CommandError } from '../errors.js';

/** Refuses a place where no file can be written, before any work is done. */
export function checkWritable(file: string): void {
  const folder = dirname(resolve(file));
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) {
    throw new CommandError(`cannot write ${file}: there is no folder ${folder}; make it first`);
  }
  if (!found.isDirectory()) {
    throw new CommandError(`cannot write ${file}: ${folder} is no folder`);
  }
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    throw new CommandError(
      `cannot write ${file}: it is a folder; name a file, such as ${file}/model.safetensors`,
    );
  }
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch {
    throw new CommandError(`cannot write ${file}: nothing may be written in ${folder}`);
  }
}
