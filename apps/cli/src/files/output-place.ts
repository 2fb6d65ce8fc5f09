import { realpathSync, type Stats, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CommandError } from '../errors.js';

export interface OutputPlace {
  /** The file itself, where the name is a link to it. */
  readonly path: string;
  readonly folder: string;
  /** In the same folder, so that it can be renamed. */
  readonly temporary: string;
}

/**
 * Where a file that replaces another one is to be written.
 *
 * @throws CommandError where the name is that of a folder, a device, a pipe or a socket: renaming
 * a file to it would put the file in the place of the device.
 */
export function outputPlace(file: string): OutputPlace {
  const found = lookUp(file, resolve(file));
  if (found?.isDirectory()) {
    throw new CommandError(
      `cannot write ${file || "''"}: it is a folder; name a file, such as model.safetensors`,
    );
  }
  if (found !== undefined && !found.isFile()) {
    throw new CommandError(
      `cannot write ${file}: it is no regular file; name a file, such as model.safetensors`,
    );
  }
  if (file.endsWith('/')) {
    throw new CommandError(
      `cannot write ${file}: it ends as a folder does; name a file, such as model.safetensors`,
    );
  }
  const path = found === undefined ? resolve(file) : realpathSync(file);
  const folder = dirname(path);
  return { path, folder, temporary: join(folder, `.sig-${process.pid}.tmp`) };
}

function lookUp(file: string, path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOTDIR') return undefined;
    if (code === 'ENAMETOOLONG') {
      throw new CommandError(`cannot write ${file}: its name is too long; take a shorter one`);
    }
    throw error;
  }
}
