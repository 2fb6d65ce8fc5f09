import { stratifiedSplit } from '@sig/heads';
import { unitReals } from '../features/extract-features.js';
import { rowsAt } from '../projection/rows-at.js';

/** Images [count, ...inputShape], bytes or reals, and their labels [count]. */
export interface LabelledImages {
  readonly images: Uint8Array | Float32Array;
  readonly labels: ArrayLike<number>;
}

/**
 * What the fitness is measured on: each reference against the others, a share of the training images that
 * is set aside, or images that are given (those of the evaluation, where a run is to be as published).
 */
export type FitnessSet = 'leave-one-out' | { readonly share: number } | LabelledImages;

/** Images as reals; the queries are the references where one is left out at a time. */
export interface EvolutionSamples {
  readonly references: { readonly images: Float32Array; readonly labels: Int32Array };
  readonly queries: { readonly images: Float32Array; readonly labels: Int32Array };
  readonly leaveOneOut: boolean;
}

/** Makes the references and the evaluated samples of training images and a choice. */
export function takeSamples(
  training: LabelledImages,
  on: FitnessSet,
  size: number,
  seed: number,
): EvolutionSamples {
  const whole = take('training', training, size);
  if (on === 'leave-one-out') return { references: whole, queries: whole, leaveOneOut: true };
  if ('images' in on) {
    return { references: whole, queries: take('fitnessSet', on, size), leaveOneOut: false };
  }
  const split = stratifiedSplit(whole.labels, on.share, seed);
  const pick = (places: Int32Array) => ({
    images: rowsAt(whole.images, places, size),
    labels: places.map((place) => whole.labels[place]),
  });
  return { references: pick(split.training), queries: pick(split.validation), leaveOneOut: false };
}

function take(name: string, { images, labels }: LabelledImages, size: number) {
  if (labels.length === 0 || images.length !== labels.length * size) {
    throw new RangeError(
      `${name} must hold ${size} numbers an image and a label each, got ${images.length} and ${labels.length} labels`,
    );
  }
  return {
    images: images instanceof Uint8Array ? unitReals(images) : images,
    labels: Int32Array.from(labels),
  };
}
