import type { KernelCall } from '@sig/kernels';
import { scaleBytes, signatureBytes } from '@sig/kernels/signature';
import type { BatchLocation } from './batch-location.js';
import type { LineRecipe } from './feature-recipe.js';
import { recipeShape } from './recipe-shape.js';

/**
 * Appends the calls for the pixels of `count` images, divided by 255.
 *
 * Rows are the bytes in their order. Of columns each pixel is a path of one point from the origin, which
 * has that point as its signature of depth 1: the signature kernel goes through them by any stride.
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
  const imageBytes = height * rowBytes;
  const asShares = { scale: 1 / 255 };
  const ofColumn = { length: 1, depth: 1, basepoint: true, stepStride: channels, channels };
  if (direction === 'rows') {
    program.push(
      scaleBytes({ ...asShares, bytes: input, count: count * imageBytes, reals: output }),
    );
    return;
  }
  for (let image = 0; image < count; image++) {
    const pixels = input + image * imageBytes;
    let out = output + image * streams * words * realBytes;
    if (direction === 'both') {
      program.push(scaleBytes({ ...asShares, bytes: pixels, count: imageBytes, reals: out }));
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
