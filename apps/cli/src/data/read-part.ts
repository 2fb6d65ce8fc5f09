import { formatCount, formatSeconds } from '../output/format.js';
import type { Progress } from '../output/progress.js';
import type { ImageSource, ReadImages, ReadPartOptions } from './image-source.js';

export interface ReadWithProgressOptions extends ReadPartOptions {
  readonly progress: Progress;
}

/** Reads a part of a source, with words about it. */
export async function readPart(
  source: ImageSource,
  part: 'train' | 'test',
  { progress, ...options }: ReadWithProgressOptions,
): Promise<ReadImages> {
  const start = performance.now();
  const what = part === 'train' ? 'reading training images' : 'reading test images';
  progress.begin(what, part === 'train' ? source.trainCount : source.testCount);
  const read = await source.read(part, {
    ...options,
    onProgress: (done) => progress.update(done),
  });
  progress.end();
  const { count, width, height, channels } = read.images;
  const kind = channels === 3 ? 'RGB' : 'grey';
  progress.note(
    `${part}: ${formatCount(count)} images, ${width}×${height} ${kind}, read in ${formatSeconds((performance.now() - start) / 1000)}`,
  );
  return read;
}
