import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { ImageSet, ImageSize } from '@sig/image-paths';
import { decodeItems, type ImageFolder, readFolder } from '@sig/image-paths/node';
import { decodedPlace, readDecodedSet, writeDecodedSet } from './decoded-set.js';

/** A set with both of its parts, decoded. */
export interface LabelledSet {
  readonly classes: readonly string[];
  readonly train: ImageSet;
  readonly test: ImageSet;
}

/** Decodes a set at a size. */
export type ReadSet = (set: string, size: ImageSize) => Promise<LabelledSet>;

/** Whether a set is there. */
export function hasSet(folder: string, set: string): boolean {
  return existsSync(join(folder, set, 'train')) && existsSync(join(folder, set, 'test'));
}

/**
 * Reads sets of a folder. The one that was read last is kept: rows of a table follow by set. With a cache,
 * decoded sets are kept in files, from which they are read in a fraction of the time.
 */
export function createSetReader(folder: string, cache?: string): ReadSet {
  let kept: { key: string; set: Promise<LabelledSet> } | undefined;
  return (set, size) => {
    const key = JSON.stringify([set, size.width, size.height, size.channels]);
    if (kept?.key !== key) kept = { key, set: readOrDecode(folder, set, size, cache) };
    return kept.set;
  };
}

async function readOrDecode(
  folder: string,
  set: string,
  size: ImageSize,
  cache: string | undefined,
): Promise<LabelledSet> {
  if (cache === undefined) return decodeSet(join(folder, set), size);
  const place = decodedPlace(cache, set, await digestSet(folder, set), size);
  const found = readDecodedSet(place, size);
  if (found !== undefined) return found;
  const decoded = await decodeSet(join(folder, set), size);
  writeDecodedSet(place, decoded);
  return decoded;
}

async function decodeSet(folder: string, size: ImageSize): Promise<LabelledSet> {
  const { classes, train, test } = await readSplitFolder(folder);
  const options = { ...size, strict: true };
  return {
    classes,
    train: await decodeItems(train, options),
    test: await decodeItems(test, options),
  };
}

/** A hash over the names and sizes of a set's files, in order. */
export async function digestSet(folder: string, set: string): Promise<string> {
  const { train, test } = await readSplitFolder(join(folder, set));
  const hash = createHash('sha256');
  for (const { file } of [...train, ...test]) {
    hash.update(`${relative(folder, file)} ${statSync(file).size}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/** The files of a set that has both parts. */
export async function readSplitFolder(folder: string): Promise<Required<ImageFolder>> {
  const { test, ...rest } = await readFolder(folder);
  if (test === undefined) throw new RangeError(`${folder} has no part named test`);
  return { ...rest, test };
}
