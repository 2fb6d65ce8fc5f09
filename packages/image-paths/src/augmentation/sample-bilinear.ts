import type { ImageSize } from '../image/image.js';

/** Where the pixels of a new image lie in the old one, in pixels; (0, 0) is the first one's centre. */
export interface AffineMap {
  /** Where the first pixel comes from. */
  x: number;
  y: number;
  /** How much farther each next pixel of a row comes from. */
  columnX: number;
  columnY: number;
  /** How much farther each next row comes from. */
  rowX: number;
  rowY: number;
}

/** Positions are counted in units of 2^-16 pixels, of which the upper 8 bits weigh the neighbours. */
const UNIT = 1 << 16;

/**
 * Writes an image whose pixels are those of another one at the places of an affine map, with
 * bilinear interpolation; pixels at the edge are repeated outside.
 */
export function sampleBilinear(
  pixels: Uint8Array,
  { width, height, channels }: ImageSize,
  target: Uint8Array,
  { x, y, columnX, columnY, rowX, rowY }: AffineMap,
): void {
  const stride = width * channels;
  const lastX = (width - 1) * UNIT;
  const lastY = (height - 1) * UNIT;
  const stepX = Math.round(UNIT * columnX);
  const stepY = Math.round(UNIT * columnY);
  let to = 0;
  for (let row = 0; row < height; row++) {
    let fromX = Math.round(UNIT * (x + row * rowX));
    let fromY = Math.round(UNIT * (y + row * rowY));
    for (let column = 0; column < width; column++) {
      const atX = Math.max(0, Math.min(lastX, fromX));
      const atY = Math.max(0, Math.min(lastY, fromY));
      const right = (atX >> 8) & 255;
      const below = (atY >> 8) & 255;
      // A neighbour of weight 0 may lie outside.
      const across = right === 0 ? 0 : channels;
      const down = below === 0 ? 0 : stride;
      const corner = right * below;
      const upperRight = (right << 8) - corner;
      const lowerLeft = (below << 8) - corner;
      const upperLeft = UNIT - upperRight - lowerLeft - corner;
      let at = (atY >> 16) * stride + (atX >> 16) * channels;
      for (const end = at + channels; at < end; at++) {
        target[to++] =
          (upperLeft * pixels[at] +
            upperRight * pixels[at + across] +
            lowerLeft * pixels[at + down] +
            corner * pixels[at + across + down] +
            UNIT / 2) >>
          16;
      }
      fromX += stepX;
      fromY += stepY;
    }
  }
}
