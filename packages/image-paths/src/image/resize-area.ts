import { checkImage, checkSide } from './check-image.js';
import type { Image } from './image.js';
import { meanBlocks } from './mean-blocks.js';

// Up to here a row's weights, which sum to its length, times 255 fit 32 bits.
const MAX_SIDE = 2 ** 23;

/**
 * Resizes by area: each new pixel is the mean of the old ones under it, weighted by how much of
 * each it covers, rounded half up.
 *
 * Any ratio will do, and each direction may shrink or grow. When growing, the mean runs over at
 * most two old pixels a direction, which is the interpolation of OpenCV's INTER_AREA. The sums are
 * exact integers: a constant image stays constant.
 *
 * @param output width · height · channels bytes to write into; made when left out.
 * @throws RangeError or TypeError when a side is not an integer from 1 to 2^23, or bytes do not fit.
 *
 * @example
 * const small = resizeArea(image, 64, 64);
 */
export function resizeArea(
  image: Image,
  width: number,
  height: number,
  output?: Uint8Array | Uint8ClampedArray,
): Image {
  checkImage(image, [1, 3]);
  checkSide('width', width);
  checkSide('height', height);
  const longest = Math.max(image.width, image.height, width, height);
  if (longest > MAX_SIDE) {
    throw new RangeError(`a side must be at most ${MAX_SIDE} pixels long, got ${longest}`);
  }
  const { channels } = image;
  const bytes = width * height * channels;
  if (output !== undefined && output.length !== bytes) {
    throw new RangeError(`output must have ${bytes} bytes, got ${output.length}`);
  }
  const data = output ?? new Uint8Array(bytes);
  if (width === image.width && height === image.height) data.set(image.data);
  else if (image.width % width === 0 && image.height % height === 0)
    meanBlocks(image, width, height, data);
  else resize(image, width, height, data);
  return { width, height, channels, data };
}

/** Which old pixels lie under each new one: from `first`, with the weights from `start` on. */
interface Coverage {
  first: Int32Array;
  start: Int32Array;
  weights: Int32Array;
}

/**
 * Lengths are measured in 1/(from · to) of the side, so that an old pixel is `to` long, a new one
 * `from`, and every overlap is an integer.
 */
function coverage(from: number, to: number): Coverage {
  const first = new Int32Array(to);
  const start = new Int32Array(to + 1);
  const weights = new Int32Array(from + to);
  let at = 0;
  for (let index = 0; index < to; index++) {
    const begin = index * from;
    const end = begin + from;
    first[index] = Math.floor(begin / to);
    for (let old = first[index]; old * to < end; old++) {
      weights[at++] = Math.min(end, (old + 1) * to) - Math.max(begin, old * to);
    }
    start[index + 1] = at;
  }
  return { first, start, weights };
}

function resize(image: Image, width: number, height: number, data: Image['data']): void {
  const { channels } = image;
  const rows = coverage(image.height, height);
  const columns = coverage(image.width, width);
  const total = image.width * image.height;
  const reduce = channels === 3 ? reduceRgbRow : reduceGreyRow;
  // Each old row is made narrow once, then added to the one or more new rows that it lies under.
  const narrow = new Int32Array(width * channels);
  const sums = new Float64Array(width * channels);
  let current = -1;
  let at = 0;
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (
      let index = rows.start[y], row = rows.first[y];
      index < rows.start[y + 1];
      index++, row++
    ) {
      if (row !== current) reduce(image, row, columns, narrow);
      current = row;
      const weight = rows.weights[index];
      for (let x = 0; x < sums.length; x++) sums[x] += weight * narrow[x];
    }
    for (let x = 0; x < sums.length; x++) data[at++] = (sums[x] / total + 0.5) | 0;
  }
}

function reduceGreyRow(image: Image, row: number, columns: Coverage, narrow: Int32Array): void {
  const { data, width } = image;
  const { first, start, weights } = columns;
  for (let x = 0; x < first.length; x++) {
    let sum = 0;
    let position = row * width + first[x];
    for (let at = start[x]; at < start[x + 1]; at++) {
      sum = (sum + weights[at] * data[position++]) | 0;
    }
    narrow[x] = sum;
  }
}

function reduceRgbRow(image: Image, row: number, columns: Coverage, narrow: Int32Array): void {
  const { data, width } = image;
  const { first, start, weights } = columns;
  for (let x = 0; x < first.length; x++) {
    let red = 0;
    let green = 0;
    let blue = 0;
    let position = (row * width + first[x]) * 3;
    for (let at = start[x]; at < start[x + 1]; at++) {
      const weight = weights[at];
      red = (red + weight * data[position]) | 0;
      green = (green + weight * data[position + 1]) | 0;
      blue = (blue + weight * data[position + 2]) | 0;
      position += 3;
    }
    narrow[3 * x] = red;
    narrow[3 * x + 1] = green;
    narrow[3 * x + 2] = blue;
  }
}
