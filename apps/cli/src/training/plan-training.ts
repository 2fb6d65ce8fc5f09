import { architectureToJSON, createNetwork, layersFromJSON, type Network } from '@sig/heads';
import { createFeatures, defaultRecipe, type FeatureRecipe } from '@sig/image-paths';
import type { ImageSource } from '../data/image-source.js';
import { UsageError } from '../errors.js';
import type { LayerFactories } from '../model/own-layers.js';
import { splitFieldOptions } from '../options/field-options.js';
import { isHeadName } from '../options/parse-head.js';
import { recipeOptions } from '../options/recipe-options.js';
import type { TrainSettings } from '../options/train-settings.js';
import { checkSettings } from './check-settings.js';
import { loadHead } from './load-head.js';

export interface TrainingPlan {
  readonly recipe: FeatureRecipe;
  readonly network: Network;
  /** How the layers of kinds of the head's own are made. */
  readonly own: LayerFactories;
}

/** The features and the untrained network; refuses options that do not go together. */
export async function planTraining(
  source: ImageSource,
  settings: TrainSettings,
): Promise<TrainingPlan> {
  checkSettings(source.classes, settings);
  const { hidden, widths, strides, paths, frontStride, normalise, pool, dropout, seed } = settings;
  const { features: featureSettings, field } = splitFieldOptions(settings);
  const options = recipeOptions(featureSettings);
  const channels = settings.channels === 'auto' ? await source.detectChannels() : settings.channels;
  const { head, layers: own } = await loadHead(settings.head);
  try {
    const recipe = defaultRecipe({ ...options, channels });
    const features = createFeatures(recipe);
    const layers = head(features.shape, source.classes.length, {
      ...{ hidden, widths, strides, paths, frontStride, normalise, pool, field, dropout },
      channels: channels === 'rgb' ? 3 : 1,
    });
    const network = createNetwork({ layers, features, seed });
    checkNetwork(network, source.classes.length, own);
    return { recipe, network, own };
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) {
      const what = isHeadName(settings.head)
        ? 'these options do not go together'
        : `the head of ${settings.head} does not fit`;
      throw new UsageError(`${what}: ${error.message}`);
    }
    throw error;
  }
}

/** Refuses layers that could not be made again from a model file, or of another number of classes. */
function checkNetwork(network: Network, classes: number, own: LayerFactories): void {
  const { layers, shapes } = network;
  const end = layers.length - 1;
  const [outputs] = shapes[end];
  if (outputs !== classes) {
    throw new RangeError(
      `layer ${end} (${layers[end].kind}): the last layer must put out [${classes}], one number for each class, got [${outputs}]`,
    );
  }
  try {
    layersFromJSON(architectureToJSON(network), own);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RangeError(
      `${reason}; a model file holds no code, so the module must export layers, an object with a function for each kind of its own`,
    );
  }
}
