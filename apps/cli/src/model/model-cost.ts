import { countCost, type Layer } from '@sig/heads';
import { type FeatureRecipe, recipeCost, recipeShape } from '@sig/image-paths';

/** What a model costs; multiply-adds are for one image. */
export interface ModelCost {
  /** Trainable numbers. */
  readonly params: number;
  /** Features and head together. */
  readonly macs: number;
  readonly featureMacs: number;
  readonly headMacs: number;
  /** Of the weights in float32. */
  readonly weightBytes: number;
}

export function modelCost(recipe: FeatureRecipe, layers: readonly Layer[]): ModelCost {
  const { params, macs: headMacs, bytes: weightBytes } = countCost(layers, recipeShape(recipe));
  const featureMacs = recipeCost(recipe);
  return { params, macs: featureMacs + headMacs, featureMacs, headMacs, weightBytes };
}
