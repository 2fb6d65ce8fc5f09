import type { ImageSet } from '@sig/image-paths';
import type { EvaluatedImages } from '../model/evaluate-images.js';

/** Images that a model was measured on, with what it said of each. */
export interface JudgedImages extends EvaluatedImages {
  /** What they are, such as `test`. */
  readonly part: string;
  readonly images: ImageSet;
  readonly names: readonly string[];
}
