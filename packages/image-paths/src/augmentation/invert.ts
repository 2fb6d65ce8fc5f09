import type { AugmentationKind } from './augmentation.js';

/** Every value v made 255 − v, with a chance of `amount`. */
export const invert: AugmentationKind = {
  name: 'invert',
  amount: 'chance from 0 to 1',
  defaultAmount: 0.5,
  minimum: 0,
  maximum: 1,
  create: (chance) => (pixels, _size, target, random) => {
    if (random() >= chance) {
      target.set(pixels);
      return;
    }
    for (let at = 0; at < pixels.length; at++) target[at] = 255 - pixels[at];
  },
};
