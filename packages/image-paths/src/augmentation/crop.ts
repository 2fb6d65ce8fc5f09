import type { AugmentationKind } from './augmentation.js';
import { sampleBilinear } from './sample-bilinear.js';

/** The farthest that a cut-out piece is from the image's own aspect ratio, either way. */
const RATIO = 4 / 3;

/**
 * A piece of the image brought back to its size with bilinear interpolation: `RandomResizedCrop`, as
 * in Szegedy et al., "Going deeper with convolutions", 2015. Its share of the area is drawn evenly
 * from `amount` to 1, its aspect ratio is up to 4 : 3 or 3 : 4 of the image's own as far as such a
 * piece fits, its place is any within the image.
 */
export const crop: AugmentationKind = {
  name: 'crop',
  amount: 'smallest share of the area from 0.01 to 1',
  defaultAmount: 0.5,
  minimum: 0.01,
  maximum: 1,
  create: (amount) => (pixels, size, target, random) => {
    const area = amount + (1 - amount) * random();
    const stretch = Math.min(RATIO, 1 / area) ** (2 * random() - 1);
    // Parts of the width and the height, neither above 1.
    const columnX = Math.sqrt(area * stretch);
    const rowY = Math.sqrt(area / stretch);
    const left = (1 - columnX) * size.width * random();
    const top = (1 - rowY) * size.height * random();
    sampleBilinear(pixels, size, target, {
      x: left + (columnX - 1) / 2,
      y: top + (rowY - 1) / 2,
      columnX,
      columnY: 0,
      rowX: 0,
      rowY,
    });
  },
};
