import type { AugmentationKind } from './augmentation.js';

/**
 * Colour jitter: the values of each channel times a factor of its own, drawn evenly from 1 − amount
 * to 1 + amount, as light of another colour would change them.
 */
export const jitter: AugmentationKind = {
  name: 'jitter',
  amount: 'part from 0 to 1',
  defaultAmount: 0.2,
  minimum: 0,
  maximum: 1,
  create: (amount) => {
    const tables = Array.from({ length: 3 }, () => new Uint8ClampedArray(256));
    const [red, green, blue] = tables;
    return (pixels, { channels }, target, random) => {
      for (let channel = 0; channel < channels; channel++) {
        const factor = 1 + amount * (2 * random() - 1);
        const table = tables[channel];
        for (let value = 0; value < 256; value++) table[value] = value * factor;
      }
      if (channels === 1) {
        for (let at = 0; at < pixels.length; at++) target[at] = red[pixels[at]];
        return;
      }
      for (let at = 0; at < pixels.length; at += 3) {
        target[at] = red[pixels[at]];
        target[at + 1] = green[pixels[at + 1]];
        target[at + 2] = blue[pixels[at + 2]];
      }
    };
  },
};
