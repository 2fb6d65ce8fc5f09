import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { temporaryFolder } from './temporary-folder.js';

export interface PictureOptions {
  readonly width?: number;
  readonly height?: number;
  /** From 0 to 1: how far the colour changes from left to right. */
  readonly slope?: number;
  readonly seed?: number;
  readonly grey?: boolean;
}

/** Writes a picture: a ramp from left to right over some noise. */
export async function writePicture(file: string, options: PictureOptions = {}): Promise<void> {
  const { width = 24, height = 20, slope = 0, seed = 1, grey = false } = options;
  mkdirSync(dirname(file), { recursive: true });
  const data = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at++) {
    const noise = (Math.imul(at + 1, 2654435761) ^ Math.imul(seed, 40503)) >>> 24;
    const value = 60 + slope * 150 * ((at % width) / width) + noise / 8;
    data.fill(value, 3 * at, 3 * at + 3);
    if (!grey) data[3 * at] = 255 - value;
  }
  await sharp(data, { raw: { width, height, channels: 3 } }).toFile(file);
}

export interface ImageFolderOptions {
  /** Pictures a class and part (12). */
  readonly count?: number;
  readonly parts?: readonly string[];
  readonly grey?: boolean;
}

/** Two classes that differ in their slope, in parts or not, in a folder of its own. */
export async function imageFolder(options: ImageFolderOptions = {}): Promise<string> {
  const { count = 12, parts = [''], grey } = options;
  const folder = join(temporaryFolder(), 'pictures');
  for (const [part, name] of parts.entries()) {
    for (const [label, slope] of [
      ['flat', 0],
      ['ramp', 1],
    ] as const) {
      for (let index = 0; index < count; index++) {
        const seed = 1 + index + 1000 * part;
        const file = join(folder, name, label, `${index}.png`);
        await writePicture(file, { slope, seed, grey, width: 20 + (index % 5) });
      }
    }
  }
  return folder;
}
