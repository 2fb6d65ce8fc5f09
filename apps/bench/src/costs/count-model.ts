import { encodeModel, quantizeModel } from '@sig/edge';
import { countCost, createNetwork, identityStandardisation, standardisedColumns } from '@sig/heads';
import { createFeatures, defaultRecipe } from '@sig/image-paths';
import { modelOf } from '../experiments/classifier-model.js';
import type { Experiment } from '../experiments/experiment.js';
import { headLayers } from '../experiments/heads.js';
import { logSignatures } from '../experiments/log-signatures.js';
import type { ModelCost } from './model-cost.js';

/** Features and the head behind them. */
export type ModelChoice = Pick<Experiment, 'features' | 'head'>;

/**
 * Counts a model from its architecture, and the bytes of its file from one with random weights.
 *
 * @example
 * countModel({ features: ROWS, head: { name: 'cnn1d' } }, 2).params; // 37112
 */
export function countModel({ features: choice, head }: ModelChoice, classes: number): ModelCost {
  const recipe = defaultRecipe(choice);
  const features = createFeatures(recipe);
  const inputShape = choice.logarithm ? logSignatures(choice).shape : features.shape;
  const layers = headLayers(head, inputShape, classes);
  const { params, macs } = countCost(layers, inputShape);
  const cost = { params, trained: params, headMacs: macs, featureMacs: features.macs };
  if (choice.logarithm) return cost;
  const untrained = createNetwork({ layers, features });
  const standardisation = identityStandardisation(standardisedColumns(untrained));
  const network = { ...untrained, standardisation };
  const labels = Array.from({ length: classes }, (_, index) => `class-${index}`);
  const model = modelOf(network, recipe, labels);
  const int8 = quantizeModel(model, { mode: 'dynamic-int8' });
  return { ...cost, bytes: encodeModel(model).length, int8Bytes: encodeModel(int8).length };
}
