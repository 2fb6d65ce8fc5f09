import type { Image, ImageSize } from './image.js';

/** An image in the middle of a size that is no smaller, on bars of its own mean colour. */
export function padImage(
  image: Image,
  { width, height }: Pick<ImageSize, 'width' | 'height'>,
  output?: Uint8Array | Uint8ClampedArray,
): Image {
  const { channels } = image;
  const bytes = width * height * channels;
  if (output !== undefined && output.length !== bytes) {
    throw new RangeError(`output must have ${bytes} bytes, got ${output.length}`);
  }
  const data = output ?? new Uint8Array(bytes);
  for (let channel = 0; channel < channels; channel++) {
    const mean = meanOf(image, channel);
    for (let at = channel; at < bytes; at += channels) data[at] = mean;
  }
  const left = (width - image.width) >> 1;
  const top = (height - image.height) >> 1;
  const stride = image.width * channels;
  for (let row = 0; row < image.height; row++) {
    const line = image.data.subarray(row * stride, (row + 1) * stride);
    data.set(line, ((top + row) * width + left) * channels);
  }
  return { width, height, channels, data };
}

/** Rounded half up. */
function meanOf({ data, channels }: Image, channel: number): number {
  let sum = 0;
  for (let at = channel; at < data.length; at += channels) sum += data[at];
  return Math.floor((sum * channels) / data.length + 0.5);
}
