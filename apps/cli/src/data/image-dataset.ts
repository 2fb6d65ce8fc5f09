import type { Dataset } from '@sig/heads';
import { type AugmentationSpec, createAugmentation, type ImageSet } from '@sig/image-paths';

/** Images as a network reads them; in training each is changed at random. */
export function imageDataset(
  images: ImageSet,
  classes: readonly string[],
  augmentations: readonly AugmentationSpec[] = [],
): Dataset {
  const imageBytes = images.width * images.height * images.channels;
  const augment = augmentations.length > 0 ? createAugmentation(augmentations) : undefined;
  return {
    count: images.count,
    classes,
    labels: images.labels,
    read(index, target, random) {
      const pixels = images.pixels.subarray(index * imageBytes, (index + 1) * imageBytes);
      if (augment !== undefined && random !== undefined && target instanceof Uint8Array) {
        augment(pixels, images, target, random);
      } else {
        target.set(pixels);
      }
    },
  };
}
