import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { trainSlidesNetwork } from '../../src/digits/train-slides-network.js';

const folder = mkdtempSync(join(tmpdir(), 'sig-digits-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Bars that lie or stand.
const labels = Int32Array.from({ length: 32 }, (_, index) => index % 2);
const images = new Uint8Array(32 * 784);
for (const [index, label] of labels.entries()) {
  const at = 3 + (index % 20);
  for (let i = 0; i < 28; i++) images[index * 784 + (label ? at * 28 + i : i * 28 + at)] = 255;
}
const training = { neurons: 8, digits: '4000/1000', seed: 0, threads: 1 } as const;
const train = (place: string, epochs: number) =>
  trainSlidesNetwork(training, { images, labels }, { epochs, folder: join(folder, place) });

describe('trainSlidesNetwork', () => {
  it('goes on from the last checkpoint to what one training gives', async () => {
    const whole = await train('whole', 4);
    await train('parts', 2);
    const { network } = await train('parts', 4);
    expect(network.weights).toEqual(whole.network.weights);
  });

  it('has a checkpoint of the third epoch for who asks for it later, and trains no further', async () => {
    await train('kept', 4);
    const files = readdirSync(join(folder, 'kept'));
    expect(files.map((file) => /epoch(\d+)/.exec(file)?.[1]).sort()).toEqual(['3', '4']);
    const third = await train('kept', 3);
    const alone = await train('alone', 3);
    expect(third.network.weights).toEqual(alone.network.weights);
    expect(readdirSync(join(folder, 'kept'))).toEqual(files);
  });
});
