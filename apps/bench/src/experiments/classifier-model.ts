import type { ClassifierModel } from '@sig/edge';
import { architectureToJSON, type Network } from '@sig/heads';
import type { FeatureRecipe } from '@sig/image-paths';

/** A network as the model that a file holds. */
export function modelOf(
  network: Network,
  recipe: FeatureRecipe,
  labels: readonly string[],
): ClassifierModel {
  const architecture = architectureToJSON(network);
  const { weights, standardisation } = network;
  return { kind: 'classifier', labels, recipe, architecture, weights, standardisation };
}
