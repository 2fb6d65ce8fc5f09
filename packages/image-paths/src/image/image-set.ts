import type { ImageSize } from './image.js';

/** Images of one size in one array, [count, height, width, channels], and the class of each. */
export interface ImageSet extends ImageSize {
  readonly count: number;
  readonly pixels: Uint8Array;
  /** Indices into the list of classes. */
  readonly labels: Int32Array;
}
