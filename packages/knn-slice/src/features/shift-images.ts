/** How far an image is moved: pixels down and to the right; up and to the left where negative. */
export type Shift = readonly [down: number, right: number];

/** No shift, and those by one pixel in the eight directions. */
export const ONE_PIXEL_SHIFTS: readonly Shift[] = [0, 1, -1].flatMap((down) =>
  [0, 1, -1].map((right): Shift => [down, right]),
);

/**
 * Images [count, height, width, channels], each moved; zeros come in from the side.
 *
 * A k-NN does not know that a digit and its neighbour a pixel away are the same: with the shifts of an
 * image as further references it does (Simard et al. 1993 call this distance's exact form tangent
 * distance).
 *
 * @throws RangeError when the images are not a whole number of such.
 *
 * @example
 * shiftImages(Uint8Array.of(1, 2, 3, 4), [2, 2, 1], [0, 1]); // 0, 1, 0, 3
 */
export function shiftImages<Images extends Uint8Array | Float32Array>(
  images: Images,
  [height, width, channels]: readonly number[],
  [down, right]: Shift,
): Images {
  const size = height * width * channels;
  if (!(size > 0) || images.length % size !== 0) {
    throw new RangeError(`images must be a multiple of ${size} numbers, got ${images.length}`);
  }
  const moved = images.slice().fill(0) as Images;
  const columns = Math.max(0, width - Math.abs(right)) * channels;
  const from = Math.max(0, -right) * channels;
  const to = Math.max(0, right) * channels;
  if (columns === 0) return moved;
  for (let image = 0; image < images.length; image += size) {
    for (let row = Math.max(0, down); row < height + Math.min(0, down); row++) {
      const source = image + (row - down) * width * channels + from;
      moved.set(images.subarray(source, source + columns), image + row * width * channels + to);
    }
  }
  return moved;
}
