import type { FeatureRecipe } from '@sig/image-paths';
import {
  type SignaturesOptions,
  signatures,
  signaturesScratch,
  wordCount,
} from '@sig/kernels/runtime';
import { type Buffer, type Plan, reserve } from './plan.js';
import { planField } from './plan-field.js';

/** The features of an image: where its pixels are to be put, and what becomes of them. */
export interface PlannedFeatures {
  readonly pixels: Buffer;
  readonly features: Buffer;
  /** [streams, words]; of a field [windows down, windows across, words] */
  readonly shape: readonly number[];
}

/** Lines of an image as paths. */
export type Lines = Omit<SignaturesOptions, 'pixels' | 'out' | 'scratch'>;

/** Plans the signatures of lines that begin at a byte of the pixels; they go to reals of a buffer. */
export type PlanSignatures = (lines: Lines, from: number, out: Buffer, to: number) => void;

/** Plans the features that a recipe describes. */
export function planFeatures(plan: Plan, recipe: FeatureRecipe): PlannedFeatures {
  const { width, height, direction, transform, depth, time, basepoint } = recipe;
  const channels = recipe.channels === 'rgb' ? 3 : 1;
  const dimension = channels + +time;
  let words = wordCount(dimension, depth);

  const row = width * channels;
  const pixels = reserve(plan, Math.ceil((row * height) / 4));
  const scratch = reserve(plan, Math.ceil(signaturesScratch(dimension, depth) / 4));
  const planSignatures: PlanSignatures = (line, from, out, to) => {
    plan.steps.push(() => {
      const at = { pixels: pixels.at + from, out: out.at + 4 * to, scratch: scratch.at };
      return signatures({ ...line, ...at });
    });
  };

  const path = { channels, depth, time, basepoint };
  const lines: Lines[] = [];
  if (direction !== 'columns') {
    lines.push({ ...path, paths: height, pathStride: row, length: width, stepStride: channels });
  }
  if (direction !== 'rows') {
    lines.push({ ...path, paths: width, pathStride: channels, length: height, stepStride: row });
  }
  if (recipe.transform === 'field') {
    return { pixels, ...planField(plan, recipe, pixels, lines, words, planSignatures) };
  }

  const ofPixels = transform === 'pixels';
  if (ofPixels) words = lines[0].length * channels;
  const streams = lines.reduce((sum, { paths }) => sum + paths, 0);
  const features = reserve(plan, streams * words);
  let to = 0;
  for (const line of lines) {
    const { paths, pathStride, length, stepStride } = line;
    // A path from the origin to one point has that point as its signature of depth 1.
    const points = { ...line, basepoint: true, paths: length, pathStride: stepStride, length: 1 };
    if (!ofPixels) planSignatures(line, 0, features, to);
    for (let index = 0; index < paths; index++, to += words) {
      if (ofPixels) planSignatures(points, index * pathStride, features, to);
    }
  }
  return { pixels, features, shape: [streams, words] };
}
