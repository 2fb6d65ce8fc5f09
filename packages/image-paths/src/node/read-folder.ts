import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { ImageItem, SkippedFile } from './image-item.js';
import { naturalOrder } from './natural-order.js';

export interface ReadFolderOptions {
  /**
   * The classes of a model, in its order. Labels then count in this list, a folder may lack some of
   * them, and a class that is not among them is an error.
   */
  classes?: readonly string[];
}

/** The image files of a folder and their classes. */
export interface ImageFolder {
  classes: string[];
  /** The items of `train`, or all of them where the folder is not split. */
  train: ImageItem[];
  /** The items of `test`, where the folder is split. */
  test?: ImageItem[];
  /** Files in the classes that are no images by their names, and folders beside train and test. */
  skipped: SkippedFile[];
}

const EXTENSIONS = new Set(['.jpg', '.jpeg', '.png', '.webp', '.gif', '.avif', '.tif', '.tiff']);

const LAYOUT = '<folder>/<class>/* or <folder>/{train,test}/<class>/*';

/**
 * Lists the images of a folder, `<folder>/<class>/*` or `<folder>/{train,test}/<class>/*`.
 *
 * Classes and files are in natural order (img2 before img10), hidden ones are passed over. Images
 * are jpg, jpeg, png, webp, gif, avif, tif and tiff files; nothing is opened yet. A folder counts as
 * split when its `train` holds folders.
 *
 * @throws RangeError, one line that names the folder, when it is missing, has no classes or a single
 * one, has a class without images, or a class of `test` is not one of `train`.
 *
 * @example
 * const { classes, train, test } = await readFolder('flowers');
 */
export async function readFolder(
  folder: string,
  options: ReadFolderOptions = {},
): Promise<ImageFolder> {
  const skipped: SkippedFile[] = [];
  const folders = await listFolders(folder);
  const split = folders.includes('train') && (await listFolders(join(folder, 'train'))).length > 0;
  const trainFolder = split ? join(folder, 'train') : folder;
  const names = split ? await listFolders(trainFolder) : folders;
  if (names.length === 0) {
    throw new RangeError(`${folder} has no classes; expected ${LAYOUT}`);
  }
  if (names.length === 1 && options.classes === undefined) {
    throw new RangeError(
      `${trainFolder} has one class only (${names[0]}); expected at least two folders of images${names[0] === 'test' ? ', or train beside test' : ''}`,
    );
  }
  const classes = options.classes ?? names;
  for (const name of split ? folders : []) {
    if (name === 'train' || name === 'test') continue;
    const reason = 'is a folder beside train, but is not named test';
    skipped.push({ file: join(folder, name), reason });
  }
  const train = await listItems(trainFolder, names, classes, skipped);
  if (!split || !folders.includes('test')) return { classes: [...classes], train, skipped };
  const testFolder = join(folder, 'test');
  const testNames = await listFolders(testFolder);
  if (testNames.length === 0) {
    throw new RangeError(`${testFolder} has no classes; expected ${LAYOUT}`);
  }
  const test = await listItems(testFolder, testNames, classes, skipped);
  return { classes: [...classes], train, test, skipped };
}

async function listItems(
  folder: string,
  names: readonly string[],
  classes: readonly string[],
  skipped: SkippedFile[],
): Promise<ImageItem[]> {
  const items: ImageItem[] = [];
  for (const name of names) {
    const label = classes.indexOf(name);
    if (label < 0) {
      throw new RangeError(
        `${join(folder, name)} is none of the ${classes.length} known classes: ${shorten(classes)}`,
      );
    }
    const before = items.length;
    for (const entry of await list(join(folder, name))) {
      const file = join(folder, name, entry.name);
      const kind = await kindOf(file, entry);
      if (kind !== 'file') skipped.push({ file, reason: `is ${kind} inside a class` });
      else if (EXTENSIONS.has(extname(entry.name).toLowerCase())) items.push({ file, label });
      else skipped.push({ file, reason: 'is no image by its name' });
    }
    if (items.length === before) {
      throw new RangeError(
        `${join(folder, name)} has no images; expected files of ${[...EXTENSIONS].join(', ')}`,
      );
    }
  }
  return items;
}

/** The names of the folders in a folder, in natural order. */
async function listFolders(folder: string): Promise<string[]> {
  const names: string[] = [];
  for (const entry of await list(folder)) {
    if ((await kindOf(join(folder, entry.name), entry)) === 'a folder') names.push(entry.name);
  }
  return names;
}

/** What is in a folder and not hidden, in natural order. */
async function list(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw new RangeError(`there is no folder ${folder}; expected ${LAYOUT}`);
    if (code === 'ENOTDIR') throw new RangeError(`${folder} is no folder; expected ${LAYOUT}`);
    throw new RangeError(`${folder} cannot be read (${code}); expected ${LAYOUT}`);
  });
  return entries
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => naturalOrder(a.name, b.name));
}

type Kind = 'file' | 'a folder' | 'no regular file';

/** What an entry is, or what it links to. */
async function kindOf(path: string, entry: Dirent): Promise<Kind> {
  const found = entry.isSymbolicLink() ? await stat(path).catch(() => undefined) : entry;
  if (found?.isDirectory()) return 'a folder';
  return found?.isFile() ? 'file' : 'no regular file';
}

function shorten(classes: readonly string[]): string {
  return classes.length > 10 ? `${classes.slice(0, 10).join(', ')}, …` : classes.join(', ');
}
