import type { Fit } from '../image/image.js';

/** All that decides how an image becomes features: plain JSON, kept inside the model file. */
export interface FeatureRecipe {
  version: 1;
  /** Every image is brought to this width, 1 to 1024 pixels. */
  width: number;
  /** Every image is brought to this height, 1 to 1024 pixels. */
  height: number;
  channels: 'rgb' | 'grey';
  /** How images of another aspect ratio are brought to that size; `stretch` when left out. */
  fit?: Fit;
  /** Which lines of the image are streams; `both` puts the columns below the rows. */
  direction: 'rows' | 'columns' | 'both';
  /** `signature`: the truncated signature of each line. `pixels`: its pixels divided by 255. */
  transform: 'signature' | 'pixels';
  /** Depth of the signature, 1 to 12. For pixels it is 1. */
  depth: number;
  /** Append the channel t / (length - 1) to every path. */
  time: boolean;
  /** Start every path at the origin. */
  basepoint: boolean;
}
