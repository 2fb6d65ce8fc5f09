import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { syntheticImage } from '@sig/edge/measure';
import type { FittedSize, Image } from '@sig/image-paths';
import { readImage } from '@sig/image-paths/node';
import sharp from 'sharp';

/** An image file to measure with. */
export interface TestImage {
  readonly file: string;
  /** As a user sees it. */
  readonly name: string;
  /** Of the file. */
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  /** The pixels as the model takes them. */
  readonly decoded: Image;
}

/** Of the image that stands in where none is given. */
const SYNTHETIC = { width: 640, height: 480, quality: 90 };

/**
 * Opens the images that were named, or one that is made up, for as long as the work takes.
 *
 * @throws ImageDecodeError, named, for one that cannot be decoded.
 */
export async function withTestImages<Result>(
  files: readonly string[],
  size: FittedSize,
  work: (images: readonly TestImage[]) => Promise<Result>,
): Promise<Result> {
  if (files.length > 0) {
    const images: TestImage[] = [];
    for (const file of files) images.push(await openImage(file, file, size));
    return work(images);
  }
  const folder = await mkdtemp(join(tmpdir(), 'sig-measure-'));
  try {
    const file = join(folder, 'synthetic.jpg');
    const { width, height, quality } = SYNTHETIC;
    const { data } = syntheticImage(width, height);
    const jpeg = await sharp(data, { raw: { width, height, channels: 3 } })
      .jpeg({ quality })
      .toBuffer();
    await writeFile(file, jpeg);
    return await work([await openImage(file, 'synthetic JPEG', size)]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function openImage(file: string, name: string, size: FittedSize): Promise<TestImage> {
  const decoded = await readImage(file, size);
  // Upright, and without decoding it in full, which would be the peak of all memory.
  const { width, height } = (await sharp(file).metadata()).autoOrient;
  return { file, name, bytes: (await stat(file)).size, width, height, decoded };
}
