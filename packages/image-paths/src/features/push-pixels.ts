import type { KernelCall } from '@sig/kernels';
import { signatureBytes } from '@sig/kernels/signature';
import type { BatchLocation } from './batch-location.js';
import type { LineRecipe } from './feature-recipe.js';
import { recipeShape } from './recipe-shape.js';

/**
 * Appends the calls for the pixels of `count` images, divided by 255.
 *
 * A path from the origin to one point has that point as its signature of depth 1, so each pixel is
 * a path of its own and the signature kernel does the work.
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
  const point = { length: 1, stepStride: channels, channels, depth: 1, basepoint: true };
  const inOrder = { ...point, pathStride: channels, outStride: channels };
  if (direction === 'rows') {
    program.push(
      signatureBytes({ ...inOrder, pixels: input, paths: count * height * width, out: output }),
    );
    return;
  }
  for (let image = 0; image < count; image++) {
    const pixels = input + image * height * rowBytes;
    let out = output + image * streams * words * realBytes;
    if (direction === 'both') {
      program.push(signatureBytes({ ...inOrder, pixels, paths: height * width, out }));
      out += height * words * realBytes;
    }
    for (let x = 0; x < width; x++) {
      program.push(
        signatureBytes({
          ...point,
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
