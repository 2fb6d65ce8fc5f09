import type { ImageSet } from '@sig/image-paths';
import { mixProbabilities } from '../calibration/mix-probabilities.js';
import { ownMix } from '../calibration/own-mix.js';
import { expectedCost } from '../cost/expected-cost.js';
import { ABSTAINED } from '../policy/assign-exits.js';
import { checkStages } from '../policy/check-stages.js';
import type { Policy } from '../policy/policy.js';
import { boundOf } from '../policy/threshold.js';
import { confidenceOf } from '../rules/confidence.js';
import { cascadeCosts } from '../stages/cascade-costs.js';
import type { Stage } from '../stages/stage.js';
import { type BatchOptions, forBatches } from './batches.js';
import { pickRows } from './pick-rows.js';
import { createStageInputs } from './stage-inputs.js';

/** What a cascade said about images. */
export interface CascadeResult {
  /** The class of each image; -1 where the last stage abstained. */
  readonly predicted: Int32Array;
  /** [count, classes], the answer of the stage that each image left at: mixed, at its temperature. */
  readonly probabilities: Float32Array;
  /** The stage that each image left at. */
  readonly exits: Int32Array;
  /** How many left at each stage. */
  readonly counts: readonly number[];
  /** Multiply-adds of an image, on average; NaN for no images. */
  readonly macs: number;
}

/**
 * Lets images through a cascade in batches: all of a batch go to the first stage, and those that it is not
 * sure of go on together. Smaller sizes are made from the one that images come in, and features that stages
 * share are computed once.
 *
 * @param images at `largestResolution(stages)`; their labels are not looked at.
 * @throws RangeError when stages are not those of the policy, images are smaller than a stage takes, or a
 * stage says what are no probabilities.
 *
 * @example
 * const { predicted, counts } = await runCascade(policy, stages, images);
 */
export async function runCascade(
  policy: Policy,
  stages: readonly Stage[],
  images: ImageSet,
  options: BatchOptions = {},
): Promise<CascadeResult> {
  checkStages(policy, stages);
  const classes = policy.classes.length;
  const predicted = new Int32Array(images.count);
  const exits = new Int32Array(images.count);
  const probabilities = new Float32Array(images.count * classes);
  const counts = stages.map(() => 0);
  const end = stages.length - 1;
  await forBatches(images, options, async (part, start) => {
    const inputs = createStageInputs(part, stages);
    let places = [...Array(part.count).keys()];
    let before: Int32Array | undefined;
    // What each stage so far said of the images that are still there.
    let told: Float32Array[] = [];
    for (const [stage, { temperature, mix, threshold }] of policy.stages.entries()) {
      if (places.length === 0) break;
      told.push(await inputs.predict(stages[stage], places));
      const said = mixProbabilities(told, classes, mix ?? ownMix(stage), temperature);
      const found = confidenceOf(said, classes, policy.rule, before);
      const goOn: number[] = [];
      places.forEach((place, row) => {
        const sure = found.confidence[row] >= boundOf(threshold);
        if (!sure && stage < end) {
          goOn.push(row);
          return;
        }
        const image = start + place;
        predicted[image] = sure ? found.predicted[row] : ABSTAINED;
        exits[image] = stage;
        probabilities.set(said.subarray(row * classes, (row + 1) * classes), image * classes);
        counts[stage]++;
      });
      before = Int32Array.from(goOn, (row) => found.predicted[row]);
      places = goOn.map((row) => places[row]);
      told = told.map((rows) => pickRows(rows, goOn, classes));
    }
  });
  const macs = cascadeCosts(stages).map((cost) => cost.macs);
  const shares = counts.map((count) => count / images.count);
  const spent = images.count > 0 ? expectedCost(macs, shares) : Number.NaN;
  return { predicted, probabilities, exits, counts, macs: spent };
}
