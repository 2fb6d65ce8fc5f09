import type { Dataset } from '@sig/heads';
import {
  createAugmentation,
  createCopies,
  type ImageSet,
  parseAugmentation,
} from '@sig/image-paths';
import type { Experiment } from './experiment.js';
import { logSignatures } from './log-signatures.js';

export interface ImageDatasetOptions {
  /** Which images; all when left out. */
  readonly indices?: Int32Array;
  /** Fresh whenever an image is trained on (`none`). */
  readonly augment?: string;
  /** Copies that the images grow by (none), drawn by the seed. */
  readonly copies?: string;
  readonly seed?: number;
  /** Of log-signatures, which a network takes as its input; pixels otherwise. */
  readonly features?: Experiment['features'];
}

/** Some images of a set as a dataset for networks whose features take pixels, or take none. */
export function imageDataset(
  images: ImageSet,
  classes: readonly string[],
  options: ImageDatasetOptions = {},
): Dataset {
  const { indices = allOf(images), augment = 'none', copies: copySpecs, seed, features } = options;
  const specs = parseAugmentation(augment);
  const change = specs.length > 0 ? createAugmentation(specs) : undefined;
  const copies = copySpecs === undefined ? undefined : createCopies(copySpecs, { seed });
  const logarithms = features?.logarithm === undefined ? undefined : logSignatures(features);
  const bytes = images.width * images.height * images.channels;
  const [copied, changed] = [new Uint8Array(bytes), new Uint8Array(bytes)];
  const count = indices.length;

  // Copies follow the images: all of the first kind, then all of the second.
  const pixelsOf = (place: number): Uint8Array => {
    const index = indices[place % count];
    const pixels = images.pixels.subarray(index * bytes, (index + 1) * bytes);
    const copy = Math.floor(place / count) - 1;
    if (copy < 0) return pixels;
    copies?.write(copy, index, pixels, images, copied);
    return copied;
  };
  const labels = new Int32Array(count * (1 + (copies?.count ?? 0)));
  for (let place = 0; place < labels.length; place++) {
    labels[place] = images.labels[indices[place % count]];
  }
  return {
    count: labels.length,
    classes,
    labels,
    read(place, target, random) {
      const pixels = pixelsOf(place);
      const changes = change !== undefined && random !== undefined;
      if (logarithms === undefined && target instanceof Uint8Array) {
        if (changes) change(pixels, images, target, random);
        else target.set(pixels);
        return;
      }
      if (changes) change(pixels, images, changed, random);
      target.set(logarithms?.compute(changes ? changed : pixels) ?? pixels);
    },
  };
}

function allOf({ count }: ImageSet): Int32Array {
  return Int32Array.from({ length: count }, (_, index) => index);
}
