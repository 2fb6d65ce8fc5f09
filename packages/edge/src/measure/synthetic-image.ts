/** RGB pixels, [height, width, 3]. */
export interface SyntheticImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/**
 * An image to measure time with where none is at hand: colours that change slowly, edges, and a grain
 * that costs a JPEG about as many bytes as a photograph has. The same size gives the same pixels.
 *
 * @example
 * classifier.classify(syntheticImage(640, 480));
 */
export function syntheticImage(width: number, height: number): SyntheticImage {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const edge = ((8 * x) / width + (6 * y) / height) % 2 < 1 ? 30 : -30;
      const grain = ((Math.imul(y * width + x + 1, 2654435761) >>> 24) - 128) / 16;
      for (let channel = 0; channel < 3; channel++, at++) {
        const wave = Math.sin((6 * x) / width + channel) + Math.cos((4 * y) / height - channel);
        data[at] = 128 + 40 * wave + edge + grain;
      }
    }
  }
  return { width, height, data };
}
