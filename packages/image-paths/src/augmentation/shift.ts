import type { AugmentationKind } from './augmentation.js';

/**
 * The image moved by a whole number of pixels, up to `amount` each way in both directions, evenly
 * drawn. Below 1 the amount is a part of the side, from 1 on it is pixels. Pixels at the edge are
 * repeated where the image has left.
 */
export const shift: AugmentationKind = {
  name: 'shift',
  amount: 'number of pixels from 1 to 512, or part of the side from 0 to 1',
  defaultAmount: 0.125,
  minimum: 0,
  maximum: 512,
  create:
    (amount) =>
    (pixels, { width, height, channels }, target, random) => {
      const right = draw(amount, width, random());
      const down = draw(amount, height, random());
      const stride = width * channels;
      const inside = Math.max(0, width - Math.abs(right));
      for (let row = 0; row < height; row++) {
        const from = clamp(row - down, height) * stride;
        const to = row * stride;
        const begin = from + clamp(-right, width) * channels;
        target.set(
          pixels.subarray(begin, begin + inside * channels),
          to + (width - inside) * channels * Number(right > 0),
        );
        const [first, last] = right > 0 ? [0, width - inside] : [inside, width];
        const edge = from + (right > 0 ? 0 : stride - channels);
        for (let at = to + first * channels; at < to + last * channels; at++) {
          target[at] = pixels[edge + ((at - to) % channels)];
        }
      }
    },
};

function draw(amount: number, side: number, chance: number): number {
  const reach = amount < 1 ? Math.round(amount * side) : Math.round(amount);
  return Math.floor(chance * (2 * reach + 1)) - reach;
}

function clamp(position: number, side: number): number {
  return Math.max(0, Math.min(side - 1, position));
}
