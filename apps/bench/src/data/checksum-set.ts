import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { readSplitFolder } from './read-set.js';

/** SHA-256 over the names and the bytes of a set's files, in order: equal wherever the set lies. */
export async function checksumSet(folder: string, set: string): Promise<string> {
  const place = join(folder, set);
  const { train, test } = await readSplitFolder(place);
  const hash = createHash('sha256');
  for (const { file } of [...train, ...test]) {
    hash.update(`${relative(place, file).split(sep).join('/')}\n`).update(await readFile(file));
  }
  return hash.digest('hex');
}
