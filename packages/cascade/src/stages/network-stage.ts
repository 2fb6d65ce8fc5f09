import {
  countCost,
  createPredictor,
  type Network,
  networkModules,
  type PredictOptions,
  type Predictor,
  predict,
} from '@sig/heads';
import { createFeatures, type FeatureRecipe, type ImageSet } from '@sig/image-paths';
import { createEngine } from '@sig/kernels';
import { createFeatureMaker } from './create-feature-maker.js';
import { functionStage } from './function-stage.js';
import type { Stage } from './stage.js';

export interface NetworkStageOptions {
  readonly name: string;
  /** Names of the classes, in the order of the network's outputs. */
  readonly classes: readonly string[];
  /** Of the model's file; the weights in float32 when left out. */
  readonly bytes?: number;
  /** Measured, for one image. */
  readonly milliseconds?: number;
  /** Threads in all (1). */
  readonly threads?: number;
}

/**
 * A stage from one of this project's networks with features, such as `createModelNetwork(model)` of
 * `@sig/edge` makes it. Its cost is counted from the recipe and the layers; stages of the same recipe share
 * their features. On one thread the network is put into memory at the first question and stays there, with
 * the weights that it has then.
 *
 * @throws RangeError when the network was not made with the recipe's features, or has not as many outputs
 * as there are classes.
 *
 * @example
 * const model = decodeModel(bytes);
 * const stage = networkStage(createModelNetwork(model), model.recipe, { name: 'small', classes: model.labels });
 */
export function networkStage(
  network: Network,
  recipe: FeatureRecipe,
  options: NetworkStageOptions,
): Stage {
  const { name, classes, milliseconds, threads = 1 } = options;
  const { layers, inputShape, shapes } = network;
  const features = createFeatures(recipe);
  if (`${features.shape}` !== `${inputShape}` || network.features === undefined) {
    throw new RangeError(
      `the network of stage ${name} must take the recipe's features [${features.shape}], it takes [${inputShape}]`,
    );
  }
  const [outputs] = shapes[shapes.length - 1];
  if (outputs !== classes.length) {
    throw new RangeError(`stage ${name} has ${outputs} outputs and ${classes.length} classes`);
  }
  const counted = countCost(layers, inputShape);
  const { bytes = counted.bytes } = options;
  const { width, height, fit } = recipe;
  const head: Network = { ...network, features: undefined };
  let makeFeatures: ReturnType<typeof createFeatureMaker> | undefined;
  const whole = keptPrediction(network, threads);
  const behindFeatures = keptPrediction(head, threads);
  const stage = functionStage(({ pixels }: ImageSet) => predict(network, pixels, whole()), {
    name,
    classes,
    resolution: { width, height, channels: recipe.channels === 'rgb' ? 3 : 1, fit },
    cost: { params: counted.params, bytes, macs: counted.macs + features.macs, milliseconds },
  });
  return {
    ...stage,
    features: {
      key: JSON.stringify(recipe, Object.keys(recipe).sort()),
      size: inputShape.reduce((product, extent) => product * extent, 1),
      macs: features.macs,
      compute: async (images) => {
        makeFeatures ??= createFeatureMaker(features);
        return makeFeatures(images);
      },
      predict: (values) => predict(head, values, behindFeatures()),
    },
  };
}

/** How to ask a network, which is put into an engine at the first question and stays there. */
function keptPrediction(network: Network, threads: number): () => PredictOptions {
  let predictor: Predictor | undefined;
  return () => {
    // More threads are started anew for each call.
    if (threads > 1) return { threads };
    predictor ??= createPredictor(network, createEngine({ modules: networkModules(network) }));
    return { predictor };
  };
}
