import { symlink } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFolder } from '../../src/node/read-folder.js';
import { temporaryFolder } from './temporary-folder.js';

/** A folder of empty files: what is in them is not looked at. */
function folderOf(...paths: string[]): Promise<string> {
  return temporaryFolder(Object.fromEntries(paths.map((path) => [path, ''])));
}

describe('readFolder', () => {
  it('lists classes and files in natural order', async () => {
    const folder = await folderOf('b10/x.jpg', 'b9/img10.png', 'b9/img9.png', 'b9/IMG1.PNG');
    const { classes, train, test, skipped } = await readFolder(folder);
    expect(classes).toEqual(['b9', 'b10']);
    expect(train.map(({ file, label }) => [relative(folder, file), label])).toEqual([
      [join('b9', 'IMG1.PNG'), 0],
      [join('b9', 'img9.png'), 0],
      [join('b9', 'img10.png'), 0],
      [join('b10', 'x.jpg'), 1],
    ]);
    expect([test, skipped]).toEqual([undefined, []]);
  });

  it('takes every extension of an image in either case, and names other files', async () => {
    const images = ['jpg', 'jpeg', 'png', 'webp', 'gif', 'avif', 'tif', 'TIFF', 'JPG'];
    const folder = await folderOf(
      ...images.map((extension) => `a/${extension}-file.${extension}`),
      'a/notes.txt',
      'a/deep/x.jpg',
      'a/.hidden.jpg',
      'b/x.jpg',
      '.cache/x.jpg',
      'readme.md',
    );
    const { classes, train, skipped } = await readFolder(folder);
    expect(classes).toEqual(['a', 'b']);
    expect(train).toHaveLength(images.length + 1);
    expect(skipped).toEqual([
      { file: join(folder, 'a', 'deep'), reason: 'is a folder inside a class' },
      { file: join(folder, 'a', 'notes.txt'), reason: 'is no image by its name' },
    ]);
  });

  it('reads train and test apart', async () => {
    const folder = await folderOf('train/a/1.jpg', 'train/b/2.jpg', 'test/b/3.jpg', 'test/a/4.jpg');
    const { classes, train, test } = await readFolder(folder);
    expect(classes).toEqual(['a', 'b']);
    expect(train.map(({ label }) => label)).toEqual([0, 1]);
    expect(test?.map(({ file, label }) => [relative(folder, file), label])).toEqual([
      [join('test', 'a', '4.jpg'), 0],
      [join('test', 'b', '3.jpg'), 1],
    ]);
  });

  it('takes train without test', async () => {
    const folder = await folderOf('train/a/1.jpg', 'train/b/2.jpg', 'notes/x.txt');
    expect((await readFolder(folder)).test).toBeUndefined();
  });

  it('names the folders beside train that are not test', async () => {
    const folder = await folderOf('train/a/1.jpg', 'train/b/2.jpg', 'val/a/3.jpg', 'readme.md');
    expect((await readFolder(folder)).skipped).toEqual([
      { file: join(folder, 'val'), reason: 'is a folder beside train, but is not named test' },
    ]);
  });

  it('takes train for a class where it holds images', async () => {
    const folder = await folderOf('train/1.jpg', 'plane/2.jpg');
    expect((await readFolder(folder)).classes).toEqual(['plane', 'train']);
  });

  it('follows links to folders and files, and passes over broken ones', async () => {
    const folder = await folderOf('a/1.jpg', 'b/2.jpg');
    await symlink(join(folder, 'a', '1.jpg'), join(folder, 'b', 'linked.jpg'));
    await symlink(join(folder, 'nowhere'), join(folder, 'b', 'broken.jpg'));
    await symlink(join(folder, 'a'), join(folder, 'c'));
    const { classes, train, skipped } = await readFolder(folder);
    expect(classes).toEqual(['a', 'b', 'c']);
    expect(train).toHaveLength(4);
    expect(skipped.map(({ reason }) => reason)).toEqual(['is no regular file inside a class']);
  });

  it('counts labels in a list of classes that is given', async () => {
    const folder = await folderOf('b/1.jpg');
    const { classes, train } = await readFolder(folder, { classes: ['a', 'b', 'c'] });
    expect([classes, train[0].label]).toEqual([['a', 'b', 'c'], 1]);
    await expect(readFolder(folder, { classes: ['a', 'c'] })).rejects.toThrow(
      `${join(folder, 'b')} is none of the 2 known classes: a, c`,
    );
  });

  it('says in one line what is wrong with a folder', async () => {
    const layout = 'expected <folder>/<class>/* or <folder>/{train,test}/<class>/*';
    const cases: [string[], string, string?][] = [
      [['x.jpg', 'y.jpg'], `has no classes; ${layout}`],
      [['a/1.jpg'], 'has one class only (a); expected at least two folders of images'],
      [['a/1.jpg', 'b/'], 'has no images; expected files of .jpg, .jpeg, .png', 'b'],
      [['a/1.jpg', 'b/notes.txt', 'c/1.jpg'], 'has no images; expected files of .jpg', 'b'],
      [['train/a/1.jpg'], 'has one class only (a)', 'train'],
      [
        ['test/a/1.jpg', 'test/b/1.jpg'],
        'has one class only (test); expected at least two folders of images, or train beside test',
      ],
      [['train/a/1.jpg', 'train/b/1.jpg', 'test/'], 'has no classes', 'test'],
      [
        ['train/a/1.jpg', 'train/b/1.jpg', 'test/c/1.jpg'],
        'is none of the 2 known classes: a, b',
        join('test', 'c'),
      ],
    ];
    for (const [paths, message, place = ''] of cases) {
      const folder = await folderOf(...paths);
      const error = await readFolder(folder).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(RangeError);
      expect(String(error)).toContain(`${join(folder, place)} ${message}`);
      expect(String(error)).not.toContain('\n');
    }
  });

  it('says so when there is no such folder, or it is a file', async () => {
    const folder = await folderOf('file');
    const missing = join(folder, 'missing');
    await expect(readFolder(missing)).rejects.toThrow(`there is no folder ${missing}; expected`);
    const file = join(folder, 'file');
    await expect(readFolder(file)).rejects.toThrow(`${file} is no folder; expected`);
  });
});
