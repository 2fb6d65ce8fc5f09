import type { AugmentationKind } from './augmentation.js';
import { brightness } from './brightness.js';
import { channelSwap } from './channel-swap.js';
import { contrast } from './contrast.js';
import { crop } from './crop.js';
import { cutOut } from './cut-out.js';
import { flip } from './flip.js';
import { flipVertical } from './flip-vertical.js';
import { hue } from './hue.js';
import { invert } from './invert.js';
import { jitter } from './jitter.js';
import { noise } from './noise.js';
import { rotation } from './rotation.js';
import { saturation } from './saturation.js';
import { shift } from './shift.js';

/** Every kind of augmentation; a new one is a file and a place in this list. */
export const augmentationKinds: readonly AugmentationKind[] = [
  flip,
  flipVertical,
  shift,
  crop,
  rotation,
  brightness,
  contrast,
  saturation,
  hue,
  jitter,
  channelSwap,
  invert,
  noise,
  cutOut,
];

/** The names that an augmentation may have: flip, flip-vertical, shift, brightness, … */
export const augmentationNames: readonly string[] = augmentationKinds.map(({ name }) => name);
