import type { AugmentationKind } from './augmentation.js';
import { brightness } from './brightness.js';
import { contrast } from './contrast.js';
import { flip } from './flip.js';
import { flipVertical } from './flip-vertical.js';
import { invert } from './invert.js';
import { noise } from './noise.js';
import { shift } from './shift.js';

/** Every kind of augmentation; a new one is a file and a place in this list. */
export const augmentationKinds: readonly AugmentationKind[] = [
  flip,
  flipVertical,
  shift,
  brightness,
  contrast,
  noise,
  invert,
];

/** The names that an augmentation may have: flip, flip-vertical, shift, brightness, … */
export const augmentationNames: readonly string[] = augmentationKinds.map(({ name }) => name);
