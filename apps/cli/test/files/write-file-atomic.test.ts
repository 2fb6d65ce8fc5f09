import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkWritable } from '../../src/files/check-writable.js';
import { writeFileAtomic } from '../../src/files/write-file-atomic.js';
import { temporaryFolder } from '../temporary-folder.js';

test('the file is there, and nothing beside it', () => {
  const folder = temporaryFolder();
  writeFileAtomic(join(folder, 'a'), new Uint8Array([1, 2, 3]));
  expect([...readFileSync(join(folder, 'a'))]).toEqual([1, 2, 3]);
  expect(readdirSync(folder)).toEqual(['a']);
});

test('a file of that name is replaced', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a'), 'a much longer text than what follows');
  writeFileAtomic(join(folder, 'a'), new Uint8Array([7]));
  expect([...readFileSync(join(folder, 'a'))]).toEqual([7]);
});

test('where the name cannot be taken, nothing is left over', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'a'));
  writeFileSync(join(folder, 'a', 'inside'), '');
  expect(() => writeFileAtomic(join(folder, 'a'), new Uint8Array(9))).toThrow();
  expect(readdirSync(folder)).toEqual(['a']);
});

test('places where no file can be written are refused beforehand', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  expect(() => checkWritable(join(folder, 'new'))).not.toThrow();
  expect(() => checkWritable(join(folder, 'file'))).not.toThrow();
  expect(() => checkWritable(join(folder, 'no', 'new'))).toThrow(/there is no folder .*; make it/);
  expect(() => checkWritable(join(folder, 'file', 'new'))).toThrow(/is no folder/);
  expect(() => checkWritable(folder)).toThrow(/it is a folder; name a file/);
  expect(() => checkWritable('')).toThrow("cannot write '': it is a folder; name a file");
  expect(readdirSync(folder)).toEqual(['file']);
});

test.skipIf(!existsSync('/proc/self'))(
  'a folder that takes no files is refused, even for root',
  () => {
    expect(() => checkWritable('/proc/new')).toThrow(
      'cannot write /proc/new: nothing may be written',
    );
  },
);
