import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from '../../src/files/list-files.js';
import { temporaryFolder } from '../temporary-folder.js';

test('files are listed in natural order, those of folders among them, hidden ones left out', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'b'));
  for (const name of ['img10', 'img2', '.hidden', 'b/inner']) writeFileSync(join(folder, name), '');
  const names = ['b/inner', 'img2', 'img10'];
  expect(listFiles(folder)).toEqual(names.map((name) => join(folder, name)));
});

test.skipIf(process.platform === 'win32')(
  'what would be waited for without end is left out',
  () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    symlinkSync(join(folder, 'pipe'), join(folder, 'link-to-pipe'));
    symlinkSync(join(folder, 'file'), join(folder, 'link'));
    symlinkSync(join(folder, 'gone'), join(folder, 'link-to-nothing'));
    symlinkSync(folder, join(folder, 'loop'));
    const names = ['file', 'link', 'link-to-nothing'];
    expect(listFiles(folder)).toEqual(names.map((name) => join(folder, name)));
  },
);
