import type { Dataset } from '@sig/heads';
import {
  type AugmentationSpec,
  createAugmentation,
  type ImageCopies,
  type ImageSet,
} from '@sig/image-paths';

export interface ImageDatasetOptions {
  /** Random changes in training. */
  readonly augment?: readonly AugmentationSpec[];
  /** Copies that follow the images, all of the first kind, then all of the second. */
  readonly copies?: ImageCopies;
  /** The images to take, by their places in the set; all of them when left out. */
  readonly chosen?: Int32Array;
  /** [images, classes], what a network is to say of each image and its copies; their labels when left out. */
  readonly targets?: Float32Array;
}

/** Images as a network reads them; in training each is changed at random. */
export function imageDataset(
  images: ImageSet,
  classes: readonly string[],
  { augment: augmentations = [], copies, chosen, targets }: ImageDatasetOptions = {},
): Dataset {
  const imageBytes = images.width * images.height * images.channels;
  const augment = augmentations.length > 0 ? createAugmentation(augmentations) : undefined;
  const places = chosen ?? Int32Array.from(images.labels, (_, place) => place);
  const count = places.length * (1 + (copies?.count ?? 0));
  const copied = new Uint8Array(copies === undefined ? 0 : imageBytes);
  const own = (index: number): number => places[index % places.length];
  return {
    count,
    classes,
    labels: Int32Array.from({ length: count }, (_, index) => images.labels[own(index)]),
    read(index, target, random) {
      const place = own(index);
      let pixels = images.pixels.subarray(place * imageBytes, (place + 1) * imageBytes);
      if (copies !== undefined && index >= places.length) {
        copies.write(Math.floor(index / places.length) - 1, place, pixels, images, copied);
        pixels = copied;
      }
      if (augment !== undefined && random !== undefined && target instanceof Uint8Array) {
        augment(pixels, images, target, random);
      } else {
        target.set(pixels);
      }
    },
    ...(targets && {
      readTarget(index, target) {
        const at = own(index) * classes.length;
        target.set(targets.subarray(at, at + classes.length));
      },
    }),
  };
}
