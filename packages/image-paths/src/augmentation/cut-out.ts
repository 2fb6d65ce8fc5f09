import type { AugmentationKind } from './augmentation.js';

/**
 * Cut-out (DeVries and Taylor, "Improved regularization of convolutional neural networks with
 * cutout", 2017): a square of `amount` pixels a side about a pixel drawn evenly, of which as much is
 * covered as lies within the image. Below 1 the amount is a part of each side, from 1 on it is
 * pixels. The cover is the mean of each channel of this image, where the paper takes the mean of the
 * set.
 */
export const cutOut: AugmentationKind = {
  name: 'cut-out',
  amount: 'number of pixels from 1 to 512, or part of the side from 0 to 1',
  defaultAmount: 0.25,
  minimum: 0,
  maximum: 512,
  create: (amount) => {
    const means = new Uint8Array(3);
    return (pixels, { width, height, channels }, target, random) => {
      target.set(pixels);
      const across = Math.round(amount < 1 ? amount * width : amount);
      const down = Math.round(amount < 1 ? amount * height : amount);
      const left = Math.floor(random() * width) - (across >> 1);
      const top = Math.floor(random() * height) - (down >> 1);
      if (across === 0 || down === 0) return;
      for (let channel = 0; channel < channels; channel++) {
        let sum = 0;
        for (let at = channel; at < pixels.length; at += channels) sum += pixels[at];
        means[channel] = Math.round((sum * channels) / pixels.length);
      }
      const right = Math.min(width, left + across);
      const bottom = Math.min(height, top + down);
      for (let row = Math.max(0, top); row < bottom; row++) {
        let at = (row * width + Math.max(0, left)) * channels;
        for (const end = (row * width + right) * channels; at < end; at += channels) {
          for (let channel = 0; channel < channels; channel++)
            target[at + channel] = means[channel];
        }
      }
    };
  },
};
