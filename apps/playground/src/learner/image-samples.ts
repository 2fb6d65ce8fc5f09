import type { Dataset } from '@sig/heads';
import {
  createAugmentation,
  type FeatureRecipe,
  fitImage,
  type ImageSet,
  type RawImage,
} from '@sig/image-paths';
import type { LabelledImages, Pixels } from '../link/learner.js';

/** Pixels with their number of channels. */
export function rawImage({ width, height, data }: Pixels): RawImage {
  const channels = data.length / (width * height);
  if (channels === 1 || channels === 2 || channels === 3 || channels === 4) {
    return { width, height, channels, data };
  }
  throw new RangeError(
    `an image of ${width}×${height} pixels must have 1 to 4 bytes each, got ${data.length} bytes`,
  );
}

/** Labelled images at the size and in the channels of a recipe. */
export function imageSet({ images, labels }: LabelledImages, recipe: FeatureRecipe): ImageSet {
  const { width, height, fit } = recipe;
  const channels = recipe.channels === 'rgb' ? 3 : 1;
  const bytes = width * height * channels;
  const pixels = new Uint8Array(images.length * bytes);
  for (const [at, image] of images.entries()) {
    const target = pixels.subarray(at * bytes, (at + 1) * bytes);
    fitImage(rawImage(image), { width, height, channels, fit }, target);
  }
  return { width, height, channels, count: images.length, pixels, labels: Int32Array.from(labels) };
}

/** The images at some places of a set. */
export function pick(set: ImageSet, places: ArrayLike<number>): ImageSet {
  const bytes = set.width * set.height * set.channels;
  const pixels = new Uint8Array(places.length * bytes);
  const labels = new Int32Array(places.length);
  for (let at = 0; at < places.length; at++) {
    const from = places[at] * bytes;
    pixels.set(set.pixels.subarray(from, from + bytes), at * bytes);
    labels[at] = set.labels[places[at]];
  }
  return { ...set, count: places.length, pixels, labels };
}

/** A set as a network reads it; in training each image is changed at random. */
export function dataset(set: ImageSet, classes: readonly string[], augmentations = ''): Dataset {
  const bytes = set.width * set.height * set.channels;
  const augment = createAugmentation(augmentations);
  return {
    count: set.count,
    classes,
    labels: set.labels,
    read(index, target, random) {
      const image = set.pixels.subarray(index * bytes, (index + 1) * bytes);
      if (random !== undefined && target instanceof Uint8Array) augment(image, set, target, random);
      else target.set(image);
    },
  };
}

/** Whether any image has a colour that is not grey. */
export function hasColour(images: readonly Pixels[]): boolean {
  // JPEG leaves a little colour in what is grey.
  const SLACK = 12;
  return images.some((image) => {
    const { channels, data } = rawImage(image);
    if (channels < 3) return false;
    for (let at = 0; at < data.length; at += channels) {
      const [red, green, blue] = [data[at], data[at + 1], data[at + 2]];
      if (Math.max(red, green, blue) - Math.min(red, green, blue) > SLACK) return true;
    }
    return false;
  });
}
