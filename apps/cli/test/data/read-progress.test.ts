import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFolder } from '../../src/data/open-folder.js';
import { readPart } from '../../src/data/read-part.js';
import { readPredictionImages } from '../../src/data/read-prediction-images.js';
import type { Progress } from '../../src/output/progress.js';
import { imageFolder } from '../image-folder.js';

const size = { width: 4, height: 4, channels: 3 } as const;

/** Notes what was begun and not ended: a bar in a terminal keeps the process alive. */
function recordProgress(): { progress: Progress; open: string[]; begun: string[] } {
  const open: string[] = [];
  const begun: string[] = [];
  const progress: Progress = {
    note() {},
    begin(what, total) {
      begun.push(`${what} ${total}`);
      open.push(what);
    },
    update() {},
    end: () => void open.pop(),
  };
  return { progress, open, begun };
}

async function damagedFolder(): Promise<string> {
  const folder = await imageFolder({ count: 2 });
  writeFileSync(join(folder, 'flat', 'bad.png'), 'no picture');
  return folder;
}

test('a bar ends where reading a part fails', async () => {
  const source = await openFolder(await damagedFolder());
  const { progress, open, begun } = recordProgress();
  await expect(readPart(source, 'train', { ...size, strict: true, progress })).rejects.toThrow(
    /bad\.png is not/,
  );
  expect([begun, open]).toEqual([['reading train 5'], []]);
});

test('a bar ends where reading the images to predict fails', async () => {
  const file = join(await damagedFolder(), 'flat', 'bad.png');
  const { progress, open, begun } = recordProgress();
  const inputs = [{ name: file, source: { file }, named: true }];
  await expect(readPredictionImages(inputs, size, { strict: true, progress })).rejects.toThrow(
    /bad\.png is not/,
  );
  expect([begun, open]).toEqual([['reading images 1'], []]);
});

test('a bar is as long as what is read of a part', async () => {
  const source = await openFolder(await imageFolder({ count: 4 }));
  const { progress, begun } = recordProgress();
  await readPart(source, 'train', { ...size, progress, limit: 3 });
  await readPart(source, 'train', { ...size, progress, limit: 30 });
  expect(begun).toEqual(['reading train 3', 'reading train 8']);
});
