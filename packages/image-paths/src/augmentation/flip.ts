import type { AugmentationKind } from './augmentation.js';

/** Left and right changed over, with a chance of `amount`. */
export const flip: AugmentationKind = {
  name: 'flip',
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
      for (let row = 0, at = 0; row < height; row++) {
        for (let from = row * stride + stride - channels; from >= row * stride; from -= channels) {
          for (let channel = 0; channel < channels; channel++)
            target[at++] = pixels[from + channel];
        }
      }
    },
};
