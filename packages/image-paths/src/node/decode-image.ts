import type Sharp from 'sharp';
import { fitImage } from '../image/fit-image.js';
import type { Fit, Image } from '../image/image.js';
import { decodePixels } from './decode-pixels.js';
import { readImageBytes } from './read-image-bytes.js';

export interface DecodeOptions {
  /** What the image is brought to; a side left out keeps its length. */
  size: { width?: number; height?: number; channels: 1 | 3; fit?: Fit };
  /** Images with more pixels are refused before they are decoded. */
  maxPixels: number;
  /** width · height · channels bytes to write into. */
  output?: Uint8Array;
}

/** Decodes one image, upright, in 8-bit sRGB, and brings it to a size by area. */
export async function decodeImage(
  sharp: typeof Sharp,
  input: string | Uint8Array,
  { size, maxPixels, output }: DecodeOptions,
): Promise<Image> {
  const bytes = typeof input === 'string' ? await readImageBytes(input) : input;
  const raw = await decodePixels(sharp, bytes, { size, maxPixels });
  const { width = raw.width, height = raw.height, channels, fit } = size;
  return fitImage(raw, { width, height, channels, fit }, output);
}
