import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES, readImageBytes } from '../../src/node/read-image-bytes.js';

const folder = mkdtempSync(join(tmpdir(), 'sig-bytes-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file with a beginning, then zeros that take no room on the disk. */
function sparse(name: string, beginning: Uint8Array, size: number): string {
  const file = join(folder, name);
  writeFileSync(file, beginning);
  truncateSync(file, size);
  return file;
}

const JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0);

describe('readImageBytes', () => {
  it('gives the whole of a file that begins as an image', async () => {
    const bytes = await readImageBytes(sparse('small.jpg', JPEG, 1000));
    expect(bytes).toHaveLength(1000);
    expect([...bytes.subarray(0, 4)]).toEqual([...JPEG]);
  });

  it('refuses a large file that is no image without reading it', async () => {
    const before = process.memoryUsage().arrayBuffers;
    const film = sparse('film.jpg', Uint8Array.of(0, 0, 1, 0xba), 2 ** 31);
    await expect(readImageBytes(film)).rejects.toThrow(/^is not a JPEG/);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 ** 20);
  });

  it('refuses an image larger than any photograph', async () => {
    const file = sparse('huge.jpg', JPEG, MAX_FILE_BYTES + 1);
    await expect(readImageBytes(file)).rejects.toThrow(
      'has 268435457 bytes, more than the 268435456 of the largest image that is read',
    );
  });

  it('says in words why a file cannot be read', async () => {
    await expect(readImageBytes(join(folder, 'nothing.jpg'))).rejects.toThrow('does not exist');
    await expect(readImageBytes(folder)).rejects.toThrow('is a folder, not a file');
    const nothing = join(folder, 'empty.jpg');
    writeFileSync(nothing, '');
    await expect(readImageBytes(nothing)).rejects.toThrow('is empty');
  });
});
