import { signatures, signaturesScratch } from '@sig/kernels/runtime';
import { type Buffer, type Plan, reserve } from './plan.js';
import type { RuntimeRecipe } from './read-recipe.js';

/** The features of an image: where its pixels are to be put, and what becomes of them. */
export interface PlannedFeatures {
  readonly pixels: Buffer;
  readonly features: Buffer;
  /** [streams, words] */
  readonly shape: readonly [number, number];
}

/** Plans the features that a recipe describes. */
export function planFeatures(plan: Plan, recipe: RuntimeRecipe): PlannedFeatures {
  const { width, height, direction, transform, depth, time, basepoint } = recipe;
  const channels = recipe.channels === 'rgb' ? 3 : 1;
  const dimension = channels + (time ? 1 : 0);
  const ofPixels = transform === 'pixels';
  let words = 0;
  for (let level = 0; level < depth; level++) words = (words + 1) * dimension;
  if (ofPixels) words = channels * (direction === 'columns' ? height : width);
  const streams = (direction === 'columns' ? 0 : height) + (direction === 'rows' ? 0 : width);

  const pixels = reserve(plan, Math.ceil((width * height * channels) / 4));
  const features = reserve(plan, streams * words);
  const scratch = reserve(plan, Math.ceil(signaturesScratch(dimension, depth) / 4));
  const row = width * channels;

  const path = { channels, depth, time, basepoint };
  const rows = { ...path, paths: height, pathStride: row, length: width, stepStride: channels };
  const columns = { ...path, paths: width, pathStride: channels, length: height, stepStride: row };
  // A path from the origin to one point has that point as its signature of depth 1.
  const pixel = { ...path, basepoint: true, length: 1, stepStride: 0 };
  const parts: { from: number; words: number; call: typeof rows }[] = [];
  if (direction !== 'columns') {
    const call = ofPixels ? { ...pixel, paths: width * height, pathStride: channels } : rows;
    parts.push({ from: 0, words: height * words, call });
  }
  if (direction !== 'rows' && !ofPixels) {
    parts.push({ from: 0, words: width * words, call: columns });
  }
  for (let x = 0; x < width && direction !== 'rows' && ofPixels; x++) {
    const call = { ...pixel, paths: height, pathStride: row };
    parts.push({ from: x * channels, words, call });
  }
  plan.steps.push(() => {
    let end = features.at;
    return parts.map(({ from, words, call }) => {
      const out = end;
      end += 4 * words;
      return signatures({ ...call, pixels: pixels.at + from, out, scratch: scratch.at });
    });
  });
  return { pixels, features, shape: [streams, words] };
}
