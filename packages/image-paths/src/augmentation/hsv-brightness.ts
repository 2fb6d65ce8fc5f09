import type { AugmentationKind } from './augmentation.js';

/**
 * `amount` added to the value of every pixel in HSV, which is the largest of its channels; hue and
 * saturation stay as they are, and black, which has neither, becomes grey. Nothing is drawn: ImageSig
 * adds copies at +40 and +80.
 */
export const hsvBrightness: AugmentationKind = {
  name: 'brightness',
  amount: 'number from -255 to 255, added to the value in HSV',
  defaultAmount: 40,
  minimum: -255,
  maximum: 255,
  create: (amount) => {
    const values = Uint8ClampedArray.from({ length: 256 }, (_, value) => value + amount);
    const factors = Float64Array.from(values, (value, old) => value / old);
    return (pixels, { channels }, target) => {
      if (channels === 1) {
        for (let at = 0; at < pixels.length; at++) target[at] = values[pixels[at]];
        return;
      }
      for (let at = 0; at < pixels.length; at += 3) {
        const value = Math.max(pixels[at], pixels[at + 1], pixels[at + 2]);
        if (value === 0) {
          target.fill(values[0], at, at + 3);
          continue;
        }
        const factor = factors[value];
        target[at] = pixels[at] * factor + 0.5;
        target[at + 1] = pixels[at + 1] * factor + 0.5;
        target[at + 2] = pixels[at + 2] * factor + 0.5;
      }
    };
  },
};
