import { formatCount, formatSeconds } from '../output/format.js';
import type { Progress } from '../output/progress.js';
import type { ImageSource, ReadImages, ReadPartOptions } from './image-source.js';

export interface ReadWithProgressOptions extends ReadPartOptions {
  /** What the part is called (its name). */
  readonly name?: string;
  readonly progress: Progress;
}

/** Reads a part of a source, with words about it. */
export async function readPart(
  source: ImageSource,
  part: 'train' | 'test',
  { progress, name = part, ...options }: ReadWithProgressOptions,
): Promise<ReadImages> {
  const start = performance.now();
  const whole = options.places?.length ?? (part === 'train' ? source.trainCount : source.testCount);
  progress.begin(`reading ${name}`, Math.min(whole, options.limit ?? whole));
  const read = await source
    .read(part, { ...options, onProgress: (done) => progress.update(done) })
    .finally(() => progress.end());
  const { count, width, height, channels } = read.images;
  const kind = channels === 3 ? 'RGB' : 'grey';
  progress.note(
    `${name}: ${formatCount(count)} images, ${width}×${height} ${kind}, read in ${formatSeconds((performance.now() - start) / 1000)}`,
  );
  return read;
}
