/** An image that cannot be decoded: no image, of an unknown format, damaged or too large. */
export class ImageDecodeError extends Error {
  override readonly name = 'ImageDecodeError';
}
