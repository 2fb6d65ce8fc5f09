import { createRuntime } from '@sig/kernels/runtime';
import { channelsOf } from '../runtime/image/channels-of.js';
import { createFitter } from '../runtime/image/create-fitter.js';
import type { CreateClassifierOptions, Pixels } from '../runtime/index.js';
import { bind, type Plan } from '../runtime/plan.js';
import { planFeatures } from '../runtime/plan-features.js';
import { planNetwork } from '../runtime/plan-network.js';
import { type Prediction, predictFrom } from '../runtime/prediction.js';
import { readModel } from '../runtime/read-model.js';
import type { Lap } from './measure-in-turns.js';

/** A classifier of the runtime that tells when it has done a part of its work. */
export interface StagedClassifier {
  /** The prediction for an image, with a lap after `resize`, `features` and `head`. */
  classify(image: Pixels, lap: Lap): Prediction;
}

/**
 * The same steps as those of `createClassifier` of `@sig/edge/runtime`, for measuring where its time
 * goes: bringing the image to the model's size, features (streams and their signatures) and head. The
 * bytes must be a model file that `createClassifier` takes; it is the one to name what is wrong.
 *
 * @example
 * const staged = createStagedClassifier(bytes);
 * await measureInTurns([{ name: 'model', run: (lap) => staged.classify(image, lap) }]);
 */
export function createStagedClassifier(
  bytes: Uint8Array,
  { layers }: CreateClassifierOptions = {},
): StagedClassifier {
  const model = readModel(bytes);
  const { recipe, labels } = model;
  const { width, height, fit = 'stretch' } = recipe;
  const channels = recipe.channels === 'rgb' ? 3 : 1;
  const resize = createFitter({ width, height, channels, fit });
  let stage: Lap = () => {};

  const plan: Plan = { buffers: [], steps: [], size: 0 };
  const features = planFeatures(plan, recipe);
  plan.steps.push(() => () => stage('features'));
  const logits = planNetwork(plan, model, features, layers);

  const runtime = createRuntime();
  const steps = bind(plan, runtime);
  const memory = runtime.reals(0, runtime.memoryBytes / 4);
  const target = runtime.bytes(features.pixels.at, width * height * channels);
  const probabilities = new Float32Array(labels.length);
  const prediction: Prediction = { label: labels[0], probability: 0, probabilities, labels };
  return {
    classify(image, lap) {
      stage = lap;
      channelsOf(image);
      resize(image, target);
      lap('resize');
      for (const step of steps) step(memory);
      predictFrom(memory, logits.at >> 2, prediction);
      lap('head');
      return prediction;
    },
  };
}
