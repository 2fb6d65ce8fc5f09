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
      if (channels === 3) flipColours(pixels, width, height, target);
      else flipGreys(pixels, width, height, target);
    },
};

function flipGreys(pixels: Uint8Array, width: number, height: number, target: Uint8Array): void {
  for (let row = 0, at = 0; row < height; row++) {
    for (let from = (row + 1) * width - 1; from >= row * width; from--) target[at++] = pixels[from];
  }
}

function flipColours(pixels: Uint8Array, width: number, height: number, target: Uint8Array): void {
  const stride = 3 * width;
  for (let row = 0, at = 0; row < height; row++) {
    for (let from = (row + 1) * stride - 3; from >= row * stride; from -= 3, at += 3) {
      target[at] = pixels[from];
      target[at + 1] = pixels[from + 1];
      target[at + 2] = pixels[from + 2];
    }
  }
}
