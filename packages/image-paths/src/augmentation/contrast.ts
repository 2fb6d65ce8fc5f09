import type { AugmentationKind } from './augmentation.js';

/**
 * All distances from the image's mean value times one factor, drawn evenly from 1 − amount to
 * 1 + amount. The mean runs over all channels, so that colours keep their cast.
 */
export const contrast: AugmentationKind = {
  name: 'contrast',
  amount: 'part from 0 to 1',
  defaultAmount: 0.2,
  minimum: 0,
  maximum: 1,
  create: (amount) => {
    const table = new Uint8ClampedArray(256);
    return (pixels, _size, target, random) => {
      let sum = 0;
      for (let at = 0; at < pixels.length; at++) sum += pixels[at];
      const mean = sum / pixels.length;
      const factor = 1 + amount * (2 * random() - 1);
      for (let value = 0; value < 256; value++) table[value] = mean + (value - mean) * factor;
      for (let at = 0; at < pixels.length; at++) target[at] = table[pixels[at]];
    };
  },
};
