import type { AugmentationKind } from './augmentation.js';
import { MATRIX_UNIT, mixChannels } from './mix-channels.js';

/** Of red, green and blue in luma (ITU-R BT.601). */
const LUMA = [0.299, 0.587, 0.114];

/**
 * The distances of all colours from their grey times one factor, drawn evenly from 1 − amount to
 * 1 + amount. Grey is luma, which stays as it is. Grey images are copied.
 */
export const saturation: AugmentationKind = {
  name: 'saturation',
  amount: 'part from 0 to 1',
  defaultAmount: 0.3,
  minimum: 0,
  maximum: 1,
  create: (amount) => {
    const matrix = new Int32Array(9);
    return (pixels, { channels }, target, random) => {
      const factor = 1 + amount * (2 * random() - 1);
      if (channels === 1) {
        target.set(pixels);
        return;
      }
      for (let to = 0; to < 3; to++) {
        let rest = MATRIX_UNIT;
        for (let from = 0; from < 3; from++) {
          if (from === to) continue;
          matrix[3 * to + from] = Math.round(MATRIX_UNIT * (1 - factor) * LUMA[from]);
          rest -= matrix[3 * to + from];
        }
        // Rows that sum to exactly one keep grey grey.
        matrix[4 * to] = rest;
      }
      mixChannels(pixels, matrix, target);
    };
  },
};
