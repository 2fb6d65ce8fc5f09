import { once } from 'node:events';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
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

test('a link stays, and what it leads to is replaced', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'models'));
  writeFileSync(join(folder, 'models', 'a'), 'an earlier model');
  symlinkSync(join('models', 'a'), join(folder, 'link'));
  checkWritable(join(folder, 'link'));
  writeFileAtomic(join(folder, 'link'), new Uint8Array([7]));
  expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
  expect([...readFileSync(join(folder, 'models', 'a'))]).toEqual([7]);
  expect(readdirSync(folder)).toEqual(['link', 'models']);
  expect(readdirSync(join(folder, 'models'))).toEqual(['a']);
});

test('a device, a pipe or a socket is never taken for a file, and stays', async () => {
  const place = join(temporaryFolder(), 'socket');
  const server = createServer().listen(place);
  await once(server, 'listening');
  try {
    const message = `cannot write ${place}: it is no regular file; name a file`;
    expect(() => checkWritable(place)).toThrow(message);
    expect(() => writeFileAtomic(place, new Uint8Array([7]))).toThrow(message);
    expect(lstatSync(place).isSocket()).toBe(true);
  } finally {
    server.close();
  }
});

test('names that no file can have are refused beforehand', () => {
  const folder = temporaryFolder();
  expect(() => checkWritable(`${join(folder, 'new')}/`)).toThrow(
    /new\/: it ends as a folder does; name a file, such as model\.safetensors/,
  );
  const long = join(folder, 'a'.repeat(250));
  expect(() => checkWritable(long)).not.toThrow();
  expect(() => writeFileAtomic(long, new Uint8Array([7]))).not.toThrow();
  expect(() => checkWritable(join(folder, 'a'.repeat(300)))).toThrow(/its name is too long/);
  expect(readdirSync(folder)).toEqual(['a'.repeat(250)]);
});

test.skipIf(!existsSync('/proc/self'))(
  'a folder that takes no files is refused, even for root',
  () => {
    expect(() => checkWritable('/proc/new')).toThrow(
      'cannot write /proc/new: nothing may be written',
    );
  },
);
