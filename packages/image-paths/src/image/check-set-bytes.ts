import type { ImageSize } from './image.js';

/** The most bytes a set of images may have, where nothing else is said. */
export const DEFAULT_MAX_BYTES = 2 ** 31;

/** Refuses a set of images that would not fit into memory, before it is made. */
export function checkSetBytes(
  count: number,
  { width, height, channels }: ImageSize,
  maxBytes: number,
): void {
  const bytes = count * width * height * channels;
  if (bytes > maxBytes) {
    throw new RangeError(
      `${count} images of ${width}×${height}×${channels} need ${megabytes(bytes)} MB, more than the limit of ${megabytes(maxBytes)} MB; take a smaller size or fewer images`,
    );
  }
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1e6);
}
