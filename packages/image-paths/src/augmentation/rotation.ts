import type { AugmentationKind } from './augmentation.js';
import { sampleBilinear } from './sample-bilinear.js';

/**
 * The image turned about its centre by up to `amount` degrees each way, evenly drawn, with bilinear
 * interpolation. Pixels at the edge are repeated where the image has left.
 */
export const rotation: AugmentationKind = {
  name: 'rotation',
  amount: 'number of degrees from 0 to 180',
  defaultAmount: 15,
  minimum: 0,
  maximum: 180,
  create: (amount) => (pixels, size, target, random) => {
    const angle = ((2 * random() - 1) * amount * Math.PI) / 180;
    const cosine = Math.cos(angle);
    const sine = Math.sin(angle);
    const centreX = (size.width - 1) / 2;
    const centreY = (size.height - 1) / 2;
    sampleBilinear(pixels, size, target, {
      x: centreX - centreX * cosine + centreY * sine,
      y: centreY - centreX * sine - centreY * cosine,
      columnX: cosine,
      columnY: sine,
      rowX: -sine,
      rowY: cosine,
    });
  },
};
