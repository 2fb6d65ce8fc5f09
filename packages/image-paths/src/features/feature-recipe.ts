import type { Fit } from '../image/image.js';

/** All that decides how an image becomes features: plain JSON, kept inside the model file. */
export type FeatureRecipe = LineRecipe | FieldRecipe;

interface RecipeBase {
  version: 1;
  /** Every image is brought to this width, 1 to 1024 pixels. */
  width: number;
  /** Every image is brought to this height, 1 to 1024 pixels. */
  height: number;
  channels: 'rgb' | 'grey';
  /** How images of another aspect ratio are brought to that size; `stretch` when left out. */
  fit?: Fit;
  /** Which lines are streams; `both` puts the columns behind the rows. */
  direction: 'rows' | 'columns' | 'both';
  /** Depth of the signature, 1 to 12. For pixels it is 1, for a field at most 6. */
  depth: number;
  /** Append the channel t / (length - 1) to every path. */
  time: boolean;
  /** Start every path at the origin; not for a field. */
  basepoint: boolean;
}

/** Features of whole lines of the image. */
export interface LineRecipe extends RecipeBase {
  /** `signature`: the truncated signature of each line. `pixels`: its pixels divided by 255. */
  transform: 'signature' | 'pixels';
}

/** Features of small windows all over the image, which keep its two dimensions. */
export interface FieldRecipe extends RecipeBase {
  /** Of each window the mean over its rows of their segments' signatures, and over its columns. */
  transform: 'field';
  /** Pixels along a side of a window, 2 to 256, at most the image's. */
  window: number;
  /** Pixels from a window to the next, 1 to 256. */
  stride: number;
  /** Mean and deviation of each channel as well. */
  moments: boolean;
}
