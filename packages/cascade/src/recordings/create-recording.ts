import { checkCost, type StageCost } from '../cost/stage-cost.js';
import { checkProbabilities } from './check-probabilities.js';
import type { Recording } from './recording.js';

export interface CreateRecordingOptions {
  /** `stage` when left out. */
  readonly name?: string;
  /** Names of the classes; `0`, `1`, … when left out. */
  readonly classes?: readonly string[];
  readonly resolution?: number;
}

/**
 * A checked recording from what any model said: probabilities [count, classes], the class of each image,
 * and what an image costs.
 *
 * @throws RangeError when there is no image, when probabilities are NaN, outside 0 to 1 or do not sum to 1,
 * when a label is no class, or when a cost is missing.
 *
 * @example
 * createRecording([0.9, 0.1, 0.4, 0.6], [0, 1], { macs: 1e6, bytes: 4e4, params: 1e4 });
 */
export function createRecording(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  cost: StageCost,
  { name = 'stage', classes, resolution }: CreateRecordingOptions = {},
): Recording {
  const count = labels.length;
  if (count === 0) throw new RangeError(`${name} must have at least one image, got none`);
  const width = classes?.length ?? probabilities.length / count;
  if (!Number.isInteger(width) || width < 2 || probabilities.length !== count * width) {
    throw new RangeError(
      `probabilities of ${name} must be [${count} images, 2 classes or more], got ${probabilities.length} numbers`,
    );
  }
  checkProbabilities(name, probabilities, width);
  for (let image = 0; image < count; image++) {
    const label = labels[image];
    if (Number.isInteger(label) && label >= 0 && label < width) continue;
    throw new RangeError(
      `labels of ${name} must be classes from 0 to ${width - 1}, got ${label} for image ${image}`,
    );
  }
  checkCost(name, cost);
  if (resolution !== undefined && !(Number.isInteger(resolution) && resolution > 0)) {
    throw new RangeError(`resolution of ${name} must be an integer above 0, got ${resolution}`);
  }
  return {
    name,
    probabilities: isFloats(probabilities) ? probabilities : Float64Array.from(probabilities),
    labels: Int32Array.from(labels),
    classes: classes ?? Array.from({ length: width }, (_, at) => String(at)),
    cost,
    resolution,
  };
}

function isFloats(values: ArrayLike<number>): values is Float32Array | Float64Array {
  return values instanceof Float32Array || values instanceof Float64Array;
}
