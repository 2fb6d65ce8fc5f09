/** A 3 × 3 matrix by rows, in units of 2^-14: what red, green and blue are made of. */
export type ChannelMatrix = Int32Array;

export const MATRIX_UNIT = 1 << 14;

/** Every pixel of an RGB image times a matrix, rounded and kept between 0 and 255. */
export function mixChannels(pixels: Uint8Array, matrix: ChannelMatrix, target: Uint8Array): void {
  const [rr, rg, rb, gr, gg, gb, br, bg, bb] = matrix;
  for (let at = 0; at < pixels.length; at += 3) {
    const red = pixels[at];
    const green = pixels[at + 1];
    const blue = pixels[at + 2];
    target[at] = toByte((rr * red + rg * green + rb * blue + HALF) >> 14);
    target[at + 1] = toByte((gr * red + gg * green + gb * blue + HALF) >> 14);
    target[at + 2] = toByte((br * red + bg * green + bb * blue + HALF) >> 14);
  }
}

const HALF = MATRIX_UNIT / 2;

function toByte(value: number): number {
  return Math.max(0, Math.min(255, value));
}
