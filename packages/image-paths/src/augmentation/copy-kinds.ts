import type { AugmentationKind } from './augmentation.js';
import { augmentationKinds } from './augmentation-kinds.js';
import { brightness } from './brightness.js';
import { channelSwap } from './channel-swap.js';
import { flip } from './flip.js';
import { flipVertical } from './flip-vertical.js';
import { hsvBrightness } from './hsv-brightness.js';
import { invert } from './invert.js';

/** What happens by chance on the fly happens to every copy, unless told otherwise. */
const CERTAIN = new Set([flip, flipVertical, channelSwap, invert]);

/** Every kind of copy: the augmentations, with ImageSig's brightness in the place of the random one. */
export const copyKinds: readonly AugmentationKind[] = augmentationKinds.map((kind) => {
  if (kind === brightness) return hsvBrightness;
  return CERTAIN.has(kind) ? { ...kind, defaultAmount: 1 } : kind;
});
