import type Sharp from 'sharp';
import { fitImage } from '../image/fit-image.js';
import type { Fit, Image, RawImage } from '../image/image.js';
import { ImageDecodeError } from './image-decode-error.js';
import { firstLine } from './load-sharp.js';
import { readImageBytes, requireImage } from './read-image-bytes.js';

export interface DecodeOptions {
  /** What the image is brought to; a side left out keeps its length. */
  size: { width?: number; height?: number; channels: 1 | 3; fit?: Fit };
  /** Images with more pixels are refused before they are decoded. */
  maxPixels: number;
  /** width · height · channels bytes to write into. */
  output?: Uint8Array;
}

// The decoder's own shrinking is fast but no exact mean. Stopping it this many times above the size
// leaves a mean difference of 0.4 of 255 on photographs (1.2 at twice the size).
const SPARE = 4;

/**
 * Decodes one image, upright, in 8-bit sRGB, and brings it to a size by area.
 *
 * The sides of an image larger than four times the size are first brought down to that by the
 * decoder, which spares memory and time; the exact area does the rest.
 */
export async function decodeImage(
  sharp: typeof Sharp,
  input: string | Uint8Array,
  { size, maxPixels, output }: DecodeOptions,
): Promise<Image> {
  const bytes = typeof input === 'string' ? await readImageBytes(input) : input;
  requireImage(bytes);
  try {
    const pipeline = sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' }).autoOrient();
    if (size.width !== undefined && size.height !== undefined) {
      pipeline.resize({
        width: SPARE * size.width,
        height: SPARE * size.height,
        fit: 'outside',
        withoutEnlargement: true,
        kernel: 'cubic',
      });
    }
    const { data, info } = await pipeline
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const raw: RawImage = {
      width: info.width,
      height: info.height,
      channels: info.channels as RawImage['channels'],
      data,
    };
    const { width = raw.width, height = raw.height, channels, fit } = size;
    return fitImage(raw, { width, height, channels, fit }, output);
  } catch (error) {
    throw new ImageDecodeError(explain(firstLine(error), maxPixels));
  }
}

/** sharp's message in the words of this package. */
function explain(message: string, maxPixels: number): string {
  if (/exceeds pixel limit/i.test(message)) {
    return `has more pixels than the limit of ${maxPixels}`;
  }
  return `is damaged or not supported: ${message}`;
}
