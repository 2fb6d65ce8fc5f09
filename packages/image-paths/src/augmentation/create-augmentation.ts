import type { Augmentation, AugmentationSpec } from './augmentation.js';
import { augmentationKinds } from './augmentation-kinds.js';
import { parseAugmentation } from './parse-augmentation.js';
import { findKind } from './parse-specs.js';

/**
 * An augmentation that applies several in order to uint8 pixels, each with fresh randomness.
 *
 * - `flip`, `flip-vertical`, `channel-swap`, `invert`: the amount is the chance, 0.5 when left out
 * - `shift`: pixels, or below 1 a part of the side, an eighth when left out; edges are repeated
 * - `crop`: the smallest share of the area, brought back to size, 0.5 when left out
 * - `rotation`: degrees each way, 15 when left out; edges are repeated
 * - `brightness`, `contrast`, `saturation`: a factor from 1 − amount to 1 + amount
 * - `jitter`: such a factor for each channel; `hue`: degrees each way, 15 when left out
 * - `noise`: Gaussian, deviation 255 · amount, 0.05 when left out
 * - `cut-out`: the side of a covered square, as for `shift`, a quarter when left out
 *
 * The same random numbers give the same bytes. One augmentation serves one thread.
 *
 * @param spec text like `'flip,shift:4,brightness:0.2'`, or specs. Empty: a plain copy.
 * @throws TypeError or RangeError for an unknown name or an amount out of its range.
 *
 * @example
 * const augment = createAugmentation('flip,shift:4');
 * augment(pixels, { width: 64, height: 64, channels: 3 }, target, seededRandom(1));
 */
export function createAugmentation(spec: string | readonly AugmentationSpec[]): Augmentation {
  const steps = parseAugmentation(spec).map(({ name, amount }) =>
    findKind(name, augmentationKinds).create(amount),
  );
  if (steps.length === 0) return (pixels, _size, target) => target.set(pixels);
  let scratch = new Uint8Array();
  return (pixels, size, target, random) => {
    if (scratch.length !== pixels.length) scratch = new Uint8Array(pixels.length);
    let from = pixels;
    // The two buffers take turns, such that the last step writes into the target.
    for (let index = 0; index < steps.length; index++) {
      const to = (steps.length - 1 - index) % 2 === 0 ? target : scratch;
      steps[index](from, size, to, random);
      from = to;
    }
  };
}
