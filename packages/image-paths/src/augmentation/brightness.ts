import type { AugmentationKind } from './augmentation.js';

/** All values times one factor, drawn evenly from 1 − amount to 1 + amount. */
export const brightness: AugmentationKind = {
  name: 'brightness',
  amount: 'part from 0 to 1',
  defaultAmount: 0.2,
  minimum: 0,
  maximum: 1,
  create: (amount) => {
    const table = new Uint8ClampedArray(256);
    return (pixels, _size, target, random) => {
      const factor = 1 + amount * (2 * random() - 1);
      for (let value = 0; value < 256; value++) table[value] = value * factor;
      for (let at = 0; at < pixels.length; at++) target[at] = table[pixels[at]];
    };
  },
};
