import type { AugmentationKind } from './augmentation.js';
import { MATRIX_UNIT, mixChannels } from './mix-channels.js';

/**
 * All colours turned about the grey axis of the RGB cube by one angle, drawn evenly from −amount to
 * +amount degrees: Rodrigues' rotation about (1, 1, 1)/√3. The mean of the channels stays as it is,
 * but for colours that leave the cube and are clamped. Grey images are copied.
 */
export const hue: AugmentationKind = {
  name: 'hue',
  amount: 'number of degrees from 0 to 180',
  defaultAmount: 15,
  minimum: 0,
  maximum: 180,
  create: (amount) => {
    const matrix = new Int32Array(9);
    return (pixels, { channels }, target, random) => {
      const angle = ((2 * random() - 1) * amount * Math.PI) / 180;
      if (channels === 1) {
        target.set(pixels);
        return;
      }
      const even = (1 - Math.cos(angle)) / 3;
      const odd = Math.sin(angle) / Math.sqrt(3);
      const previous = Math.round(MATRIX_UNIT * (even + odd));
      const next = Math.round(MATRIX_UNIT * (even - odd));
      for (let to = 0; to < 3; to++) {
        matrix[3 * to + ((to + 2) % 3)] = previous;
        matrix[3 * to + ((to + 1) % 3)] = next;
        // Rows that sum to exactly one keep grey grey.
        matrix[4 * to] = MATRIX_UNIT - previous - next;
      }
      mixChannels(pixels, matrix, target);
    };
  },
};
