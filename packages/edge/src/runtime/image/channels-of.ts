import type { Pixels } from './image-source.js';

// Up to here a row's weights, which sum to its length, times 255 fit 32 bits.
const MAX_SIDE = 2 ** 23;

/** The channels of an image; throws where its sides, channels and bytes do not fit one another. */
export function channelsOf({ width, height, channels, data }: Pixels): number {
  for (const side of [width, height]) {
    if (Number.isInteger(side) && side > 0 && side <= MAX_SIDE) continue;
    throw new RangeError(`the sides of an image must be 1 to ${MAX_SIDE} pixels, got ${side}`);
  }
  if (!(data instanceof Uint8Array || data instanceof Uint8ClampedArray)) {
    throw new TypeError('the data of an image must be a Uint8Array or Uint8ClampedArray');
  }
  const found = data.length / (width * height);
  if ([1, 2, 3, 4].includes(found) && (channels === undefined || channels === found)) return found;
  throw new RangeError(
    `an image of ${width}×${height} must have 1, 2, 3 or 4 bytes a pixel${channels === undefined ? '' : `, here ${channels}`}, got ${data.length} bytes`,
  );
}
