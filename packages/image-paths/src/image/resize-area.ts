import { checkImage, checkSide } from './check-image.js';
import type { Image } from './image.js';

/**
 * Resizes by area: each new pixel is the mean of the old ones under it, weighted by how much of
 * each it covers, rounded half up.
 *
 * Any ratio will do, and each direction may shrink or grow. When growing, the mean runs over at
 * most two old pixels a direction, which is the interpolation of OpenCV's INTER_AREA. The sums are
 * exact integers: a constant image stays constant.
 *
 * @param output width · height · channels bytes to write into; made when left out.
 * @throws RangeError or TypeError when a side is not an integer of at least 1, or bytes do not fit.
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
  const { channels } = image;
  const bytes = width * height * channels;
  if (output !== undefined && output.length !== bytes) {
    throw new RangeError(`output must have ${bytes} bytes, got ${output.length}`);
  }
  const data = output ?? new Uint8Array(bytes);
  if (width === image.width && height === image.height) data.set(image.data);
  else resize(image, width, height, data);
  return { width, height, channels, data };
}

/** Which old pixels lie under each new one: from `first`, with the weights from `start` on. */
interface Coverage {
  first: Int32Array;
  start: Int32Array;
  weights: Float64Array;
}

/**
 * Lengths are measured in 1/(from · to) of the side, so that an old pixel is `to` long, a new one
 * `from`, and every overlap is an integer.
 */
function coverage(from: number, to: number): Coverage {
  const first = new Int32Array(to);
  const start = new Int32Array(to + 1);
  const weights = new Float64Array(from + to);
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
  const { channels, data: source } = image;
  const stride = image.width * channels;
  const rows = coverage(image.height, height);
  const columns = coverage(image.width, width);
  const total = image.width * image.height;
  const sums = new Float64Array(stride);
  let at = 0;
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    let pixel = rows.first[y] * stride;
    for (let row = rows.start[y]; row < rows.start[y + 1]; row++) {
      const weight = rows.weights[row];
      for (let index = 0; index < stride; index++) sums[index] += weight * source[pixel++];
    }
    for (let x = 0; x < width; x++) {
      const from = columns.start[x];
      const to = columns.start[x + 1];
      for (let channel = 0; channel < channels; channel++) {
        let sum = 0;
        let position = columns.first[x] * channels + channel;
        for (let column = from; column < to; column++) {
          sum += columns.weights[column] * sums[position];
          position += channels;
        }
        data[at++] = (sum / total + 0.5) | 0;
      }
    }
  }
}
