import type { KernelCall } from '@sig/kernels';
import { signatureBytes } from '@sig/kernels/signature';
import type { BatchLocation } from './batch-location.js';
import type { LineRecipe } from './feature-recipe.js';
import { recipeShape } from './recipe-shape.js';

/** Appends the calls for the signatures of the lines of `count` images. */
export function pushSignatures(
  program: KernelCall[],
  recipe: LineRecipe,
  { input, output, count, realBytes }: BatchLocation,
): void {
  const { width, height, direction, depth, time, basepoint } = recipe;
  const channels = recipe.channels === 'rgb' ? 3 : 1;
  const [streams, words] = recipeShape(recipe);
  const rowBytes = width * channels;
  const shared = { channels, depth, time, basepoint, outStride: words };
  const rows = { ...shared, pathStride: rowBytes, length: width, stepStride: channels };
  const columns = { ...shared, pathStride: channels, length: height, stepStride: rowBytes };
  if (direction === 'rows') {
    // The rows of a batch follow one another, in the bytes and in the features: one call for all.
    program.push(signatureBytes({ ...rows, pixels: input, paths: count * height, out: output }));
    return;
  }
  for (let image = 0; image < count; image++) {
    const pixels = input + image * height * rowBytes;
    let out = output + image * streams * words * realBytes;
    if (direction === 'both') {
      program.push(signatureBytes({ ...rows, pixels, paths: height, out }));
      out += height * words * realBytes;
    }
    program.push(signatureBytes({ ...columns, pixels, paths: width, out }));
  }
}
