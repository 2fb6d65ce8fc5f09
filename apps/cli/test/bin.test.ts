import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from './temporary-folder.js';

const bin = fileURLToPath(new URL('../bin/sig.js', import.meta.url));

test('a program that is not built says what to do', () => {
  const folder = join(temporaryFolder(), 'bin');
  mkdirSync(folder);
  copyFileSync(bin, join(folder, 'sig.mjs'));
  const { status, stderr } = spawnSync(process.execPath, [join(folder, 'sig.mjs'), 'info', 'x'], {
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toBe('sig: not built yet; run npm start in the root of the repository once\n');
});

test.skipIf(process.platform === 'win32')('a reader that leaves early is no error', () => {
  const said = execFileSync(
    'sh',
    ['-c', '"$0" "$1" train --help 2>&1 | head -c 10', process.execPath, bin],
    {
      encoding: 'utf8',
    },
  );
  expect(said).toBe('Usage: sig');
});
