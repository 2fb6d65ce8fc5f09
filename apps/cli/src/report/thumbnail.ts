import type { ImageSet } from '@sig/image-paths';

/** Pixels of the longer side, at most. */
const LARGEST = 128;

/** An image of a set as a small JPEG in a data URI. */
export async function thumbnail(set: ImageSet, place: number): Promise<string> {
  const { default: sharp } = await import('sharp');
  const { width, height, channels } = set;
  const imageBytes = width * height * channels;
  const pixels = set.pixels.subarray(place * imageBytes, (place + 1) * imageBytes);
  const bytes = await sharp(pixels, { raw: { width, height, channels } })
    .resize({ width: LARGEST, height: LARGEST, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 82, chromaSubsampling: '4:4:4' })
    .toBuffer();
  return `data:image/jpeg;base64,${bytes.toString('base64')}`;
}
