import type { ImageSet } from '@sig/image-paths';
import { createRecording } from '../recordings/create-recording.js';
import type { Recording } from '../recordings/recording.js';
import { cascadeCosts } from '../stages/cascade-costs.js';
import type { Stage } from '../stages/stage.js';
import { type BatchOptions, forBatches } from './batches.js';
import { createStageInputs } from './stage-inputs.js';

/**
 * What every stage says about every image: recordings to choose thresholds from. Costs are what a stage
 * adds in this cascade: features that an earlier one has computed are not counted again.
 *
 * @param images at `largestResolution(stages)`, with their labels.
 * @throws RangeError when there is no stage or no image, images are smaller than a stage takes, or a stage
 * says what are no probabilities.
 *
 * @example
 * const recordings = await recordStages([small, medium, large], validation);
 */
export async function recordStages(
  stages: readonly Stage[],
  images: ImageSet,
  options: BatchOptions = {},
): Promise<Recording[]> {
  const said = stages.map(({ classes }) => new Float32Array(images.count * classes.length));
  await forBatches(images, options, async (part, start) => {
    const inputs = createStageInputs(part, stages);
    const places = [...Array(part.count).keys()];
    for (const [at, stage] of stages.entries()) {
      said[at].set(await inputs.predict(stage, places), start * stage.classes.length);
    }
  });
  const costs = cascadeCosts(stages);
  return stages.map(({ name, classes, resolution }, at) => {
    const side = Math.max(resolution.width, resolution.height);
    return createRecording(said[at], images.labels, costs[at], { name, classes, resolution: side });
  });
}
