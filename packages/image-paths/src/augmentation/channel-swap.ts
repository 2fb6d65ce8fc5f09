import type { AugmentationKind } from './augmentation.js';

/** Where red, green and blue come from: every order but their own. */
const ORDERS = [
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const;

/** The channels in another order, drawn evenly, with a chance of `amount`. Grey images are copied. */
export const channelSwap: AugmentationKind = {
  name: 'channel-swap',
  amount: 'chance from 0 to 1',
  defaultAmount: 0.5,
  minimum: 0,
  maximum: 1,
  create:
    (chance) =>
    (pixels, { channels }, target, random) => {
      if (channels === 1 || random() >= chance) {
        target.set(pixels);
        return;
      }
      const [red, green, blue] = ORDERS[Math.floor(random() * ORDERS.length)];
      for (let at = 0; at < pixels.length; at += 3) {
        target[at] = pixels[at + red];
        target[at + 1] = pixels[at + green];
        target[at + 2] = pixels[at + blue];
      }
    },
};
