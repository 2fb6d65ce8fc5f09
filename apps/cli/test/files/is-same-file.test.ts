import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isSameFile } from '../../src/files/is-same-file.js';
import { temporaryFolder } from '../temporary-folder.js';

test('a file is the same under every name that leads to it', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'models'));
  const file = join(folder, 'models', 'a');
  writeFileSync(file, 'a model');
  writeFileSync(join(folder, 'models', 'copy'), 'a model');
  symlinkSync(file, join(folder, 'link'));
  symlinkSync('models', join(folder, 'others'));
  expect(isSameFile(file, join(folder, 'models', '..', 'models', 'a'))).toBe(true);
  expect(isSameFile(file, join(folder, 'link'))).toBe(true);
  expect(isSameFile(join(folder, 'others', 'a'), file)).toBe(true);
  expect(isSameFile(file, join(folder, 'models', 'copy'))).toBe(false);
});

test('what is not there, or cannot be, is the same by its name alone', () => {
  const folder = temporaryFolder();
  const [file, link] = [join(folder, 'file'), join(folder, 'link')];
  writeFileSync(file, '');
  symlinkSync('link', link);
  expect(isSameFile(join(folder, 'new'), join(folder, '.', 'new'))).toBe(true);
  expect(isSameFile(join(folder, 'new'), file)).toBe(false);
  expect(isSameFile(join(file, 'inside'), file)).toBe(false);
  expect(isSameFile(link, file)).toBe(false);
});
