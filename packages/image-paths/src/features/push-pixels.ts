import type { KernelCall } from '@sig/kernels';
import { signatureBytes } from '@sig/kernels/signature';
import type { BatchLocation } from './batch-location.js';
import type { LineRecipe } from './feature-recipe.js';
import { recipeShape } from './recipe-shape.js';

/**
 * Appends the calls for the pixels of `count` images, divided by 255.
 *
 * A path from the origin to one point has that point as its signature of depth 1, so the signature kernel
 * does the work: a row of pixels in order is one point of all their channels, a pixel of a column one of
 * its own.
 */
export function pushPixels(
  program: KernelCall[],
  recipe: LineRecipe,
  { input, output, count, realBytes }: BatchLocation,
): void {
  const { width, height, direction } = recipe;
  const channels = recipe.channels === 'rgb' ? 3 : 1;
  const [streams, words] = recipeShape(recipe);
  const rowBytes = width * channels;
  const point = { length: 1, depth: 1, basepoint: true };
  const wholeRow = { ...point, stepStride: rowBytes, channels: rowBytes };
  const inOrder = { ...wholeRow, pathStride: rowBytes, outStride: rowBytes };
  const ofColumn = { ...point, stepStride: channels, channels };
  if (direction === 'rows') {
    program.push(signatureBytes({ ...inOrder, pixels: input, paths: count * height, out: output }));
    return;
  }
  for (let image = 0; image < count; image++) {
    const pixels = input + image * height * rowBytes;
    let out = output + image * streams * words * realBytes;
    if (direction === 'both') {
      program.push(signatureBytes({ ...inOrder, pixels, paths: height, out }));
      out += height * words * realBytes;
    }
    for (let x = 0; x < width; x++) {
      program.push(
        signatureBytes({
          ...ofColumn,
          pixels: pixels + x * channels,
          paths: height,
          pathStride: rowBytes,
          out: out + x * words * realBytes,
          outStride: channels,
        }),
      );
    }
  }
}
