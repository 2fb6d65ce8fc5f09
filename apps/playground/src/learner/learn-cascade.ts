import {
  cheapestAt,
  createPolicy,
  evaluatePolicy,
  findFront,
  networkStage,
  type Policy,
  type Recording,
  recordStages,
  runCascade,
  type Stage,
  scoreStages,
} from '@sig/cascade';
import { createModelNetwork } from '@sig/edge';
import type { StratifiedSplit } from '@sig/heads';
import type {
  CascadeAnswer,
  CascadeFacts,
  LabelledImages,
  Pixels,
  TrainingWishes,
} from '../link/learner.js';
import { chooseHead } from './choose-head.js';
import { type CurrentModel, openModel } from './current-model.js';
import { hasColour, imageSet, pick } from './image-samples.js';
import { type TrainNetworkOptions, trainNetwork } from './train-network.js';

/** Accuracy for cost: on a few images the last of it would take nearly all of them to the large stage. */
const GIVEN_UP = 0.02;

/** A small model in front of the one at hand. */
export interface Cascade {
  readonly stages: readonly Stage[];
  readonly recordings: readonly Recording[];
  readonly heldOut: boolean;
  readonly policy: Policy;
  /** The model whose images are the largest. */
  readonly large: CurrentModel;
}

/**
 * Trains a second network on images of half the size, and finds how sure it must be to answer alone: the
 * cheapest threshold at which both together are nearly as accurate as the large one, on images that were held
 * out where there are some.
 */
export async function learnCascade(
  large: CurrentModel,
  images: LabelledImages,
  split: StratifiedSplit,
  wishes: TrainingWishes,
  options: TrainNetworkOptions,
): Promise<Cascade> {
  const { classes } = images;
  const atHand = {
    count: split.training.length,
    classes: classes.length,
    colour: hasColour(images.images),
  };
  const size = Math.max(14, Math.round(large.model.recipe.width / 2));
  const smaller: TrainingWishes = { ...wishes, look: 'field', size };
  const plan = chooseHead(atHand, smaller);
  const small = openModel(await trainNetwork(images, split, plan, smaller, options));
  const stages = [small, large].map(stageOf);
  const heldOut = split.validation.length > 0;
  const judged = heldOut ? split.validation : split.training;
  const set = pick(imageSet(images, large.model.recipe), judged);
  const recordings = await recordStages(stages, set);
  const scores = scoreStages(recordings);
  const right = scores[1].correct.reduce((sum, one) => sum + one, 0);
  const { thresholds } = cheapestAt(
    findFront(scores),
    Math.max(0, right / judged.length - GIVEN_UP),
  );
  const policy = createPolicy(recordings, thresholds);
  return { stages, recordings, heldOut, policy, large };
}

/** The same cascade with another threshold of its first stage. */
export function withThreshold(cascade: Cascade, threshold: number): Cascade {
  const policy = createPolicy(cascade.recordings, [threshold > 1 ? 'never' : threshold]);
  return { ...cascade, policy };
}

/** What a cascade comes to on the images that it was judged on. */
export function describeCascade({ stages, recordings, heldOut, policy }: Cascade): CascadeFacts {
  const { accuracy, macs, exits, stageAccuracy, images } = evaluatePolicy(policy, recordings);
  const [{ threshold }] = policy.stages;
  return {
    stages: stages.map(({ name, resolution, cost }, at) => ({
      name,
      side: resolution.width,
      macs: cost.macs,
      bytes: cost.bytes,
      accuracy: stageAccuracy[at],
      share: exits[at].share,
    })),
    threshold: threshold === 'never' ? 1.01 : threshold,
    accuracy,
    macs,
    images,
    heldOut,
  };
}

/** Lets one image through a cascade. */
export async function askCascade(
  { stages, policy, large }: Cascade,
  image: Pixels,
): Promise<CascadeAnswer> {
  const one = imageSet({ images: [image], labels: [0], classes: [] }, large.model.recipe);
  const { exits, macs } = await runCascade(policy, stages, one);
  const said = await recordStages(stages, one);
  const asked = said.slice(0, exits[0] + 1).map(({ probabilities }) => Array.from(probabilities));
  return { asked, stage: exits[0], macs };
}

function stageOf({ model, bytes }: CurrentModel, place: number): Stage {
  return networkStage(createModelNetwork(model), model.recipe, {
    name: place === 0 ? 'small' : 'large',
    classes: model.labels,
    bytes: bytes.length,
  });
}
