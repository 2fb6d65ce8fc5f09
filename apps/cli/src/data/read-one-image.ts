import type { FittedSize, Image } from '@sig/image-paths';
import { CommandError, UsageError } from '../errors.js';
import { createProgress } from '../output/progress.js';
import { predictionInputs } from './prediction-inputs.js';
import { readPredictionImages } from './read-prediction-images.js';

/** The one image that a file or `mnist:INDEX` names, as a model of some size would see it. */
export async function readOneImage(name: string, size: FittedSize): Promise<Image> {
  const inputs = predictionInputs([name]);
  if (inputs.length !== 1 || !inputs[0].named) {
    throw new UsageError(`this command takes one image, got the folder ${name}`);
  }
  const progress = createProgress({ quiet: true });
  const { sets, skipped } = await readPredictionImages(inputs, size, { progress });
  const set = sets.find(({ count }) => count === 1);
  if (set === undefined) throw new CommandError(`${skipped[0].file} ${skipped[0].reason}`);
  return { width: set.width, height: set.height, channels: set.channels, data: set.pixels };
}
