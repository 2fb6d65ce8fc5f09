import ndarray from 'ndarray';
import { checkImage } from './check-image.js';
import type { Image } from './image.js';

/**
 * An image as an ndarray view [height, width, channels] over the same bytes.
 *
 * @throws RangeError or TypeError when the image's sides and bytes do not fit.
 *
 * @example
 * toNdarray(image).get(y, x, 0); // red
 */
export function toNdarray(image: Image): ndarray.NdArray<Uint8Array | Uint8ClampedArray> {
  checkImage(image, [1, 3]);
  return ndarray(image.data, [image.height, image.width, image.channels]);
}

/**
 * An image from an ndarray [height, width, channels] or, grey, [height, width].
 *
 * Values are rounded and clamped to 0 … 255. The bytes are shared when the view is dense uint8, and
 * copied otherwise.
 *
 * @throws RangeError when the shape is none of an image.
 *
 * @example
 * const red = fromNdarray(toNdarray(image).pick(null, null, 0));
 */
export function fromNdarray(array: ndarray.NdArray): Image {
  const [height, width, channels = 1] = array.shape;
  if (array.dimension < 2 || array.dimension > 3 || (channels !== 1 && channels !== 3)) {
    throw new RangeError(
      `an image must be [height, width], [height, width, 1] or [height, width, 3], got [${array.shape.join(', ')}]`,
    );
  }
  const { data, offset, stride } = array;
  const dense = stride[0] === width * channels && stride[1] === channels && (stride[2] ?? 1) === 1;
  if (dense && (data instanceof Uint8Array || data instanceof Uint8ClampedArray)) {
    const shared = data.subarray(offset, offset + height * width * channels);
    return checked({ width, height, channels, data: shared });
  }
  const copy = new Uint8ClampedArray(height * width * channels);
  const grey = array.dimension === 2;
  let at = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (grey) copy[at++] = array.get(y, x);
      else for (let c = 0; c < channels; c++) copy[at++] = array.get(y, x, c);
    }
  }
  return checked({ width, height, channels, data: new Uint8Array(copy.buffer) });
}

function checked(image: Image): Image {
  checkImage(image, [1, 3]);
  return image;
}
