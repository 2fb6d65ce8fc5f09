import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readMnist } from '@sig/image-paths/node';
import sharp from 'sharp';
import type { Plugin } from 'vite';
import { DIGIT, DIGITS_A_CLASS } from '../src/samples/digit-sprite.js';

const file = fileURLToPath(new URL('../src/generated/digits.webp', import.meta.url));

/** Draws digits of MNIST into one picture, a row for each class, where it is not there yet. */
export function digits(): Plugin {
  return {
    name: 'digits',
    async buildStart() {
      if (!existsSync(file)) await drawDigits();
    },
  };
}

async function drawDigits(): Promise<void> {
  const { train } = await readMnist();
  const width = DIGIT * DIGITS_A_CLASS;
  const picture = new Uint8Array(width * DIGIT * 10);
  const drawn = new Array<number>(10).fill(0);
  for (let sample = 0; drawn.some((count) => count < DIGITS_A_CLASS); sample++) {
    const label = train.labels[sample];
    if (drawn[label] === DIGITS_A_CLASS) continue;
    const left = DIGIT * drawn[label]++;
    for (let y = 0; y < DIGIT; y++) {
      const from = (sample * DIGIT + y) * DIGIT;
      const row = train.pixels.subarray(from, from + DIGIT);
      picture.set(row, (label * DIGIT + y) * width + left);
    }
  }
  mkdirSync(dirname(file), { recursive: true });
  const raw = { width, height: 10 * DIGIT, channels: 1 as const };
  const part = `${file}.${process.pid}.webp`;
  await sharp(picture, { raw }).webp({ lossless: true, effort: 6 }).toFile(part);
  renameSync(part, file);
}
