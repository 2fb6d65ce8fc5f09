import { seededRandom } from '@sig/kernels/random';
import type { ImageSize } from '../image/image.js';
import type { AugmentationSpec } from './augmentation.js';
import { copyKinds } from './copy-kinds.js';
import { findKind, parseSpecs } from './parse-specs.js';

export interface CreateCopiesOptions {
  /** Of all that is drawn (0). */
  seed?: number;
}

/** Changed copies of the images of a set, made whenever they are asked for. */
export interface ImageCopies {
  /** Copies of each image. */
  readonly count: number;
  /**
   * Writes copy `copy`, from 0, of the image that has the number `index` in its set: always the same
   * bytes for the same seed. `pixels` and `target` must not overlap.
   */
  write(copy: number, index: number, pixels: Uint8Array, size: ImageSize, target: Uint8Array): void;
}

/**
 * The copies of every image that a training set grows by, as in ImageSig (`flip`, `flip-vertical`,
 * `brightness:40` and `brightness:80`): one a name.
 *
 * Names and amounts are those of `createAugmentation` with two differences: `flip`, `flip-vertical`,
 * `channel-swap` and `invert` happen to every image unless an amount is given, and `brightness` adds
 * its amount, -255 to 255, to the value in HSV. What is drawn, such as the angle of a `rotation`, is
 * drawn once for each image by seed. Nothing is kept: memory does not grow.
 *
 * @param spec text like `'flip,brightness:40'`, or specs.
 * @throws TypeError or RangeError for an unknown name, an amount out of its range or a bad seed.
 *
 * @example
 * const copies = createCopies('flip,brightness:40', { seed: 1 });
 * copies.write(1, 0, pixels, { width: 64, height: 64, channels: 3 }, target); // 40 brighter
 */
export function createCopies(
  spec: string | readonly AugmentationSpec[],
  { seed = 0 }: CreateCopiesOptions = {},
): ImageCopies {
  const steps = parseCopies(spec).map(({ name, amount }) =>
    findKind(name, copyKinds).create(amount),
  );
  const random = seededRandom(seed);
  // 21 bits for the copy above 32 for the image are all that a seed may have.
  const salts = steps.map(() => Math.floor(random() * 2 ** 21) * 2 ** 32);
  return {
    count: steps.length,
    write(copy, index, pixels, size, target) {
      steps[copy](pixels, size, target, seededRandom(salts[copy] + index));
    },
  };
}

/**
 * Reads a list of copies as `createCopies` takes it, and checks it; what comes back always has its
 * amounts.
 *
 * @throws TypeError or RangeError for an unknown name or an amount out of its range.
 *
 * @example
 * parseCopies('flip,brightness:40'); // [{ name: 'flip', amount: 1 }, { name: 'brightness', amount: 40 }]
 */
export function parseCopies(
  spec: string | readonly AugmentationSpec[],
): Required<AugmentationSpec>[] {
  return parseSpecs(spec, copyKinds);
}
