import type { Random } from '@sig/kernels/random';
import type { ImageSize } from '../image/image.js';

/** One named augmentation and its amount, plain JSON. */
export interface AugmentationSpec {
  name: string;
  /** What it means is said by the augmentation; left out, its default is taken. */
  amount?: number;
}

/**
 * Writes a randomly changed copy of one image, [height, width, channels] uint8, into `target`.
 * `pixels` is left as it is; the two must not overlap.
 */
export type Augmentation = (
  pixels: Uint8Array,
  size: ImageSize,
  target: Uint8Array,
  random: Random,
) => void;

/** How one kind of augmentation is named, checked and made. */
export interface AugmentationKind {
  readonly name: string;
  /** What the amount is, for error messages and help: `chance from 0 to 1`. */
  readonly amount: string;
  readonly defaultAmount: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly create: (amount: number) => Augmentation;
}
