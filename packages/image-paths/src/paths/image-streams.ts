import ndarray from 'ndarray';
import { checkImage } from '../image/check-image.js';
import type { Image } from '../image/image.js';
import { addBasepoint } from './add-basepoint.js';
import { addTime } from './add-time.js';

export interface ImageStreamsOptions {
  /** `rows`, left to right, or `columns`, top to bottom. */
  direction?: 'rows' | 'columns';
  /** Append the channel t / (length − 1). */
  time?: boolean;
  /** Start every path at the origin. */
  basepoint?: boolean;
  dtype?: 'float32' | 'float64';
}

/**
 * The rows or columns of an image as paths, [streams, length, channels], pixels divided by 255.
 *
 * These are the paths whose signatures `computeFeatures` computes, for looking at or for other
 * transforms; the kernels read the pixels directly.
 *
 * @throws RangeError or TypeError when the image's sides, channels and bytes do not fit, or for an
 * unknown direction or dtype.
 *
 * @example
 * const paths = imageStreams(image, { direction: 'columns', time: true });
 */
export function imageStreams(
  image: Image,
  options: ImageStreamsOptions = {},
): ndarray.NdArray<Float32Array | Float64Array> {
  const { direction = 'rows', time = false, basepoint = false, dtype = 'float32' } = options;
  checkOneOf('direction', direction, ['rows', 'columns']);
  checkOneOf('dtype', dtype, ['float32', 'float64']);
  checkImage(image, [1, 3]);
  const { width, height, channels, data } = image;
  const size = width * height * channels;
  const values = dtype === 'float64' ? new Float64Array(size) : new Float32Array(size);
  for (let index = 0; index < size; index++) values[index] = data[index] / 255;
  let paths = ndarray(values, [height, width, channels]);
  if (direction === 'columns') paths = paths.transpose(1, 0, 2);
  if (time) paths = addTime(paths);
  return basepoint ? addBasepoint(paths) : paths;
}

function checkOneOf(name: string, value: string, accepted: readonly string[]): void {
  if (accepted.includes(value)) return;
  throw new RangeError(`${name} must be ${accepted.join(' or ')}, got ${value}`);
}
