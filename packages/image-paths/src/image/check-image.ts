import type { RawImage } from './image.js';

/** Throws where the sides, channels and bytes of an image do not fit one another. */
export function checkImage(image: RawImage, channels: readonly number[]): void {
  const { width, height, data } = image;
  checkSide('width', width);
  checkSide('height', height);
  if (!channels.includes(image.channels)) {
    throw new RangeError(`an image must have ${orList(channels)} channels, got ${image.channels}`);
  }
  if (!(data instanceof Uint8Array || data instanceof Uint8ClampedArray)) {
    throw new TypeError('the data of an image must be a Uint8Array or Uint8ClampedArray');
  }
  const bytes = width * height * image.channels;
  if (data.length !== bytes) {
    throw new RangeError(
      `an image of ${width}×${height}×${image.channels} has ${bytes} bytes, got ${data.length}`,
    );
  }
}

/** Throws where a side of an image is not an integer of at least 1. */
export function checkSide(name: string, side: number): void {
  if (!Number.isInteger(side) || side < 1) {
    throw new RangeError(`${name} must be an integer of at least 1, got ${side}`);
  }
}

function orList(values: readonly number[]): string {
  return values.length === 1
    ? `${values[0]}`
    : `${values.slice(0, -1).join(', ')} or ${values[values.length - 1]}`;
}
