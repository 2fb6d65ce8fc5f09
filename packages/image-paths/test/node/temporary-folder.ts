import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder with these files in it, by their paths (one with / at its end is a folder); gone when the test has finished. */
export async function temporaryFolder(
  files: Readonly<Record<string, Uint8Array | string>>,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'image-paths-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    const isFolder = path.endsWith('/');
    await mkdir(join(folder, isFolder ? path : dirname(path)), { recursive: true });
    if (!isFolder) await writeFile(join(folder, path), content);
  }
  return folder;
}
