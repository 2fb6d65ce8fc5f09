import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodeItems } from '../../src/node/decode-items.js';
import { temporaryFolder } from './temporary-folder.js';

const size = { width: 2, height: 1, channels: 1 as const };

/** A grey PNG of two pixels. */
function png(...values: [number, number]): Promise<Buffer> {
  const raw = { width: 2, height: 1, channels: 1 as const };
  return sharp(Buffer.from(values), { raw }).toColourspace('b-w').png().toBuffer();
}

async function mixedFolder(): Promise<{
  folder: string;
  items: { file: string; label: number }[];
}> {
  const whole = await sharp({ create: { width: 40, height: 40, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer();
  const files = {
    '0.png': await png(1, 2),
    '1-text.jpg': 'not an image',
    '2.png': await png(3, 4),
    '3-cut.jpg': whole.subarray(0, whole.length - 60),
    '4-empty.png': '',
    '5.png': await png(5, 6),
  };
  const folder = await temporaryFolder(files);
  const items = Object.keys(files).map((name, label) => ({ file: join(folder, name), label }));
  return { folder, items };
}

describe('decodeItems', () => {
  it('puts all images into one array in the order of the items', async () => {
    const files = Object.fromEntries(
      await Promise.all(
        Array.from({ length: 40 }, async (_, index) => [`${index}.png`, await png(index, 200)]),
      ),
    );
    const folder = await temporaryFolder(files);
    const items = Array.from({ length: 40 }, (_, index) => ({
      file: join(folder, `${index}.png`),
      label: index % 3,
    }));
    for (const concurrency of [1, 7, 2 ** 31]) {
      const set = await decodeItems(items, { ...size, concurrency });
      expect(set).toMatchObject({ ...size, count: 40, skipped: [] });
      expect(Array.from(set.pixels)).toEqual(items.flatMap((_, index) => [index, 200]));
      expect(Array.from(set.labels)).toEqual(items.map(({ label }) => label));
    }
  });

  it('skips, names and counts files that cannot be decoded', async () => {
    const { folder, items } = await mixedFolder();
    const { count, pixels, labels, skipped } = await decodeItems(items, size);
    expect(count).toBe(3);
    expect(Array.from(pixels)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(Array.from(labels)).toEqual([0, 2, 5]);
    expect(skipped.map(({ file }) => file)).toEqual(
      ['1-text.jpg', '3-cut.jpg', '4-empty.png'].map((name) => join(folder, name)),
    );
    expect(skipped[0].reason).toBe('is not a JPEG, PNG, WebP, GIF, AVIF or TIFF image');
    expect(skipped[1].reason).toMatch(/^is damaged or not supported: /);
    expect(skipped[2].reason).toBe('is empty');
  });

  it('stops at the first of them when strict', async () => {
    const { folder, items } = await mixedFolder();
    const error = await decodeItems(items, { ...size, strict: true, concurrency: 1 }).catch(
      (e: unknown) => e,
    );
    expect(error).toMatchObject({
      name: 'ImageDecodeError',
      message: `${join(folder, '1-text.jpg')} is not a JPEG, PNG, WebP, GIF, AVIF or TIFF image`,
    });
  });

  it('reports progress once a file', async () => {
    const { items } = await mixedFolder();
    const reports: number[] = [];
    let last: unknown;
    await decodeItems(items, {
      ...size,
      onProgress: (progress) => {
        reports.push(progress.done);
        last = progress;
      },
    });
    expect(reports).toEqual([1, 2, 3, 4, 5, 6]);
    expect(last).toEqual({ done: 6, total: 6, skipped: 3 });
  });

  it('ends early when its signal says so', async () => {
    const { items } = await mixedFolder();
    const controller = new AbortController();
    let done = 0;
    const work = decodeItems(items, {
      ...size,
      concurrency: 1,
      signal: controller.signal,
      onProgress: (progress) => {
        done = progress.done;
        if (done === 2) controller.abort(new Error('enough'));
      },
    });
    await expect(work).rejects.toThrow('enough');
    expect(done).toBe(2);
    await expect(decodeItems(items, { ...size, signal: AbortSignal.abort() })).rejects.toThrow(
      /abort/i,
    );
  });

  it('passes on an error of the progress function', async () => {
    const { items } = await mixedFolder();
    const onProgress = (): void => {
      throw new TypeError('my own');
    };
    await expect(decodeItems(items, { ...size, onProgress })).rejects.toThrow('my own');
  });

  it("puts sharp's settings back", async () => {
    const { items } = await mixedFolder();
    const before = [sharp.concurrency(), sharp.cache().items.max, sharp.cache().memory.max];
    await decodeItems(items, size);
    await decodeItems(items, { ...size, strict: true }).catch(() => undefined);
    const after = [sharp.concurrency(), sharp.cache().items.max, sharp.cache().memory.max];
    expect(after).toEqual(before);
  });

  it('gives an empty set for no items', async () => {
    const set = await decodeItems([], size);
    expect(set).toEqual({
      ...size,
      count: 0,
      pixels: new Uint8Array(),
      labels: new Int32Array(),
      skipped: [],
    });
  });

  it('refuses a set larger than its limit before it reads anything', async () => {
    const items = new Array(1000).fill({ file: 'nowhere.jpg', label: 0 });
    await expect(decodeItems(items, { width: 1024, height: 1024, channels: 3 })).rejects.toThrow(
      '1000 images of 1024×1024×3 need 3146 MB, more than the limit of 2148 MB; take a smaller size or fewer images',
    );
    await expect(decodeItems(items, { ...size, maxBytes: 1999 })).rejects.toThrow('limit of');
  });

  it('refuses options that cannot be', async () => {
    await expect(decodeItems([], { ...size, width: 0 })).rejects.toThrow(
      'width must be an integer of at least 1, got 0',
    );
    await expect(decodeItems([], { ...size, channels: 4 as never })).rejects.toThrow(
      'channels must be 1 or 3, got 4',
    );
    await expect(decodeItems([], { ...size, concurrency: 0 })).rejects.toThrow(
      'concurrency must be an integer of at least 1, got 0',
    );
    await expect(decodeItems([], { ...size, maxBytes: Number.NaN })).rejects.toThrow(
      'maxBytes must be an integer of at least 1, got NaN',
    );
  });
});
