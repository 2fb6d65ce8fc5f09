import { type ImageSet, resizeImageSet } from '@sig/image-paths';
import { checkProbabilities } from '../recordings/check-probabilities.js';
import type { Stage } from '../stages/stage.js';
import { pickRows } from './pick-rows.js';

/** What stages say about some of a batch of images. */
export interface StageInputs {
  /** Probabilities [places, classes] of the images at those places. */
  predict(stage: Stage, places: readonly number[]): Promise<Float32Array>;
}

/** Features of some images of a batch. */
interface KeptFeatures {
  readonly values: Float32Array;
  /** The row of each image, by its place. */
  readonly rows: ReadonlyMap<number, number>;
}

/**
 * Brings a batch of images to each stage's size when it is needed, and computes features once that several
 * stages look at.
 *
 * @throws RangeError where a stage takes larger images, or says what are no probabilities.
 */
export function createStageInputs(images: ImageSet, stages: readonly Stage[]): StageInputs {
  const kept = new Map<string, KeptFeatures>();
  const keys = stages.map(({ features }) => features?.key);
  const isShared = (key: string): boolean => keys.indexOf(key) !== keys.lastIndexOf(key);

  const ask = async (
    { resolution, features, predict }: Stage,
    places: readonly number[],
  ): Promise<ArrayLike<number>> => {
    if (features === undefined || !isShared(features.key)) {
      return predict(resizeImageSet(pick(images, places), resolution));
    }
    let found = kept.get(features.key);
    if (found === undefined) {
      const values = await features.compute(resizeImageSet(pick(images, places), resolution));
      found = { values, rows: new Map(places.map((place, row) => [place, row])) };
      kept.set(features.key, found);
    }
    const { values, rows } = found;
    if (places.length === rows.size) return features.predict(values);
    // Stages later on get fewer images, never others.
    const picked = places.map((place) => rows.get(place) ?? 0);
    return features.predict(pickRows(values, picked, features.size));
  };

  return {
    async predict(stage, places) {
      const { name, classes } = stage;
      const { width, height } = stage.resolution;
      if (width > images.width || height > images.height) {
        throw new RangeError(
          `images must be at least ${width}×${height} for stage ${name}, got ${images.width}×${images.height}`,
        );
      }
      const said = await ask(stage, places);
      if (said.length !== places.length * classes.length) {
        throw new RangeError(
          `stage ${name} must say ${classes.length} probabilities for each of ${places.length} images, got ${said.length} numbers`,
        );
      }
      checkProbabilities(name, said, classes.length);
      return Float32Array.from(said);
    },
  };
}

function pick(images: ImageSet, places: readonly number[]): ImageSet {
  if (places.length === images.count) return images;
  const size = images.width * images.height * images.channels;
  const pixels = new Uint8Array(places.length * size);
  places.forEach((place, at) => {
    pixels.set(images.pixels.subarray(place * size, (place + 1) * size), at * size);
  });
  const labels = Int32Array.from(places, (place) => images.labels[place]);
  return { ...images, count: places.length, pixels, labels };
}
