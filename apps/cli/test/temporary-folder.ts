import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const root = mkdtempSync(join(tmpdir(), 'sig-cli-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** An empty folder that is gone after the tests of the file. */
export function temporaryFolder(): string {
  return mkdtempSync(join(root, 'folder-'));
}
