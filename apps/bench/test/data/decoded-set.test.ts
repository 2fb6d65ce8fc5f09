import { readdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checksumSet } from '../../src/data/checksum-set.js';
import { createSetReader } from '../../src/data/read-set.js';
import { writeToySets } from '../toy-set.js';

const size = { width: 8, height: 8, channels: 3 } as const;

let sets: Awaited<ReturnType<typeof writeToySets>>;
beforeAll(async () => {
  sets = await writeToySets();
});
afterAll(() => sets.remove());

describe('decoded sets', () => {
  it('are kept in files and read back as they were decoded, damaged ones decoded again', async () => {
    const cache = join(sets.folder, 'cache');
    const read = async (from?: string) => {
      const { classes, train, test } = await createSetReader(sets.folder, from)('toy', size);
      const parts = [train, test].map(({ pixels, labels }) => [[...pixels], [...labels]]);
      return { classes, parts };
    };
    const decoded = await read();
    expect(await read(cache)).toEqual(decoded);
    expect(readdirSync(cache)).toHaveLength(2);
    expect(await read(cache)).toEqual(decoded);
    for (const file of readdirSync(cache)) truncateSync(join(cache, file), 20);
    expect(await read(cache)).toEqual(decoded);
  });
});

describe('checksumSet', () => {
  it('is the same for the same files wherever they are', async () => {
    const other = await writeToySets();
    expect(await checksumSet(other.folder, 'toy')).toBe(await checksumSet(sets.folder, 'toy'));
    expect(await checksumSet(other.folder, 'toy')).toMatch(/^[0-9a-f]{64}$/);
    other.remove();
  });
});
