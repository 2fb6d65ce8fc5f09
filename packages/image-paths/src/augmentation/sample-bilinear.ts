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
const HALF = UNIT / 2;

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
    for (let column = 0; column < width; column++, to += channels) {
      const atX = Math.max(0, Math.min(lastX, fromX));
      const atY = Math.max(0, Math.min(lastY, fromY));
      const right = (atX >> 8) & 255;
      const below = (atY >> 8) & 255;
      // The four pixels around; a neighbour of weight 0 may lie outside.
      const a = (atY >> 16) * stride + (atX >> 16) * channels;
      const b = a + (right === 0 ? 0 : channels);
      const c = a + (below === 0 ? 0 : stride);
      const d = b + c - a;
      const ofD = right * below;
      const ofC = (below << 8) - ofD;
      const ofB = (right << 8) - ofD;
      const ofA = UNIT - ofB - ofC - ofD;
      target[to] =
        (ofA * pixels[a] + ofB * pixels[b] + ofC * pixels[c] + ofD * pixels[d] + HALF) >> 16;
      // Written out: a loop over the channels takes half as long again.
      if (channels === 3) {
        target[to + 1] =
          (ofA * pixels[a + 1] +
            ofB * pixels[b + 1] +
            ofC * pixels[c + 1] +
            ofD * pixels[d + 1] +
            HALF) >>
          16;
        target[to + 2] =
          (ofA * pixels[a + 2] +
            ofB * pixels[b + 2] +
            ofC * pixels[c + 2] +
            ofD * pixels[d + 2] +
            HALF) >>
          16;
      }
      fromX += stepX;
      fromY += stepY;
    }
  }
}
