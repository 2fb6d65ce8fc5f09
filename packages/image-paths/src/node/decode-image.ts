import type Sharp from 'sharp';
import { fitImage } from '../image/fit-image.js';
import type { Image, ImageSize, RawImage } from '../image/image.js';
import { firstLine } from './load-sharp.js';

/** An image that cannot be decoded: no image, of an unknown format, damaged or too large. */
export class ImageDecodeError extends Error {
  override readonly name = 'ImageDecodeError';
}

export interface DecodeOptions {
  /** What the image is brought to; a side left out keeps its length. */
  size: { width?: number; height?: number; channels: 1 | 3 };
  /** Images with more pixels are refused before they are decoded. */
  maxPixels: number;
  /** width · height · channels bytes to write into. */
  output?: Uint8Array;
}

/** Formats as sharp names them; AVIF is one of the HEIF family. */
const FORMATS = new Set(['jpeg', 'png', 'webp', 'gif', 'heif', 'tiff']);

/** JPEG decoders shrink by these factors almost for free. */
const SHRINKS = [8, 4, 2];

/**
 * Decodes one image, upright, in 8-bit sRGB, and brings it to a size by area.
 *
 * An image of more than four times the size is first halved, quartered, … by the decoder, down to
 * twice the size at the least; the exact area does the rest.
 */
export async function decodeImage(
  sharp: typeof Sharp,
  input: string | Uint8Array,
  { size, maxPixels, output }: DecodeOptions,
): Promise<Image> {
  try {
    const pipeline = sharp(input, { limitInputPixels: maxPixels, failOn: 'error' });
    const { format, width: across, height: down, orientation = 1 } = await pipeline.metadata();
    if (!FORMATS.has(format)) {
      throw new ImageDecodeError(`is ${format}, not JPEG, PNG, WebP, GIF, AVIF or TIFF`);
    }
    // Orientations from 5 on lie on their side.
    const [width, height] = orientation > 4 ? [down, across] : [across, down];
    const target: ImageSize = {
      width: size.width ?? width,
      height: size.height ?? height,
      channels: size.channels,
    };
    pipeline.autoOrient();
    const shrink = SHRINKS.find(
      (factor) => width >= 2 * factor * target.width && height >= 2 * factor * target.height,
    );
    if (shrink !== undefined) {
      // Rounding down lets the decoder take the whole factor.
      const sides = { width: Math.floor(width / shrink), height: Math.floor(height / shrink) };
      pipeline.resize({ ...sides, fit: 'fill', kernel: 'linear' });
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
    return fitImage(raw, target, output);
  } catch (error) {
    if (error instanceof ImageDecodeError) throw error;
    throw new ImageDecodeError(explain(firstLine(error)));
  }
}

/** sharp's message in the words of this package. */
function explain(message: string): string {
  if (/unsupported image format|buffer is empty|is missing/i.test(message)) {
    return 'is not an image that can be read';
  }
  if (/exceeds pixel limit/i.test(message)) return 'has too many pixels';
  return `cannot be decoded: ${message}`;
}
