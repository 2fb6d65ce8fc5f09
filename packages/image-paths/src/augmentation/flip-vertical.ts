import type { AugmentationKind } from './augmentation.js';

/** Top and bottom changed over, with a chance of `amount`. */
export const flipVertical: AugmentationKind = {
  name: 'flip-vertical',
  amount: 'chance from 0 to 1',
  defaultAmount: 0.5,
  minimum: 0,
  maximum: 1,
  create:
    (chance) =>
    (pixels, { width, height, channels }, target, random) => {
      if (random() >= chance) {
        target.set(pixels);
        return;
      }
      const stride = width * channels;
      for (let row = 0; row < height; row++) {
        const from = (height - 1 - row) * stride;
        target.set(pixels.subarray(from, from + stride), row * stride);
      }
    },
};
