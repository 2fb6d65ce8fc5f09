import type { ImageSet } from '@sig/image-paths';
import { checkCost } from '../cost/stage-cost.js';
import type { Stage } from './stage.js';

export interface FunctionStageOptions extends Omit<Stage, 'predict' | 'features'> {}

/**
 * A stage from a function, which takes images at the stage's resolution and gives probabilities [count,
 * classes].
 *
 * @throws RangeError when there are fewer than two classes, or a cost or a side is none.
 *
 * @example
 * const stage = functionStage((images) => fetchProbabilities(images), { name, classes, resolution, cost });
 */
export function functionStage(
  predict: (images: ImageSet) => ArrayLike<number> | Promise<ArrayLike<number>>,
  { name, classes, resolution, cost }: FunctionStageOptions,
): Stage {
  if (classes.length < 2) {
    throw new RangeError(`stage ${name} must have 2 classes or more, got ${classes.length}`);
  }
  checkCost(name, cost);
  return { name, classes, resolution, cost, predict: async (images) => predict(images) };
}
