import { checkCount } from '../layers/check-options.js';

export interface TrainingLengthOptions {
  /** The size of the batches, where it is decided already. */
  batch?: number;
  /** Otherwise no batch is larger (128). */
  largestBatch?: number;
  /** Steps that a training takes at least (600). */
  leastSteps?: number;
  /** Times every image is seen at least, however many there are (40). */
  leastEpochs?: number;
  /** Times every image is seen at most: more of the same few teach nothing new (200). */
  mostEpochs?: number;
}

/** Images in a step, and times that every image is seen. */
export interface TrainingLength {
  readonly batch: number;
  readonly epochs: number;
}

/**
 * How long a network with batch normalisations is trained on a number of images: few images make small batches
 * and many epochs, or the optimiser has taken too few steps when the images have all been seen.
 *
 * @param count Images to train on.
 * @throws RangeError when the count or an option is not an integer of at least 1.
 *
 * @example
 * trainingLength(9000); // { batch: 128, epochs: 40 }
 * trainingLength(200); // { batch: 32, epochs: 86 }
 */
export function trainingLength(
  count: number,
  {
    largestBatch = 128,
    batch = Math.min(largestBatch, fittingBatch(count)),
    leastSteps = 600,
    leastEpochs = 40,
    mostEpochs = 200,
  }: TrainingLengthOptions = {},
): TrainingLength {
  const given = { count, largestBatch, batch, leastSteps, leastEpochs, mostEpochs };
  for (const [name, value] of Object.entries(given)) checkCount('trainingLength', name, value);
  const epochs = Math.ceil(leastSteps / Math.ceil(count / batch));
  return { batch, epochs: Math.min(mostEpochs, Math.max(leastEpochs, epochs)) };
}

function fittingBatch(count: number): number {
  if (count >= 4000) return 128;
  if (count >= 800) return 64;
  return count >= 64 ? 32 : 16;
}
