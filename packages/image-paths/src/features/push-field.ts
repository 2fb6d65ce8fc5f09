import type { KernelCall } from '@sig/kernels';
import { fieldBytes } from '@sig/kernels/field';
import type { BatchLocation } from './batch-location.js';
import type { FieldRecipe } from './feature-recipe.js';
import { fieldWindows } from './field-windows.js';

/** Appends the call for the local signature field of `count` images. */
export function pushField(
  program: KernelCall[],
  recipe: FieldRecipe,
  { input, output, count }: BatchLocation,
): void {
  program.push(fieldBytes({ ...fieldWindows(recipe), pixels: input, images: count, out: output }));
}
