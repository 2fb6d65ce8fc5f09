import { balancedClassWeights } from './balanced-class-weights.js';
import type { Dataset } from './dataset.js';
import type { FitOptions } from './fit-options.js';
import type { Loss } from './loss.js';

/** The loss that the options ask for; balanced class weights are those of the training samples. */
export function chooseLoss(
  options: FitOptions,
  { labels, classes }: Dataset,
  training: Int32Array,
): Loss {
  const { loss = 'cross-entropy', gamma = 2, labelSmoothing = 0, classWeights } = options;
  return {
    gamma: loss === 'focal' ? gamma : 0,
    smoothing: labelSmoothing,
    classWeights:
      classWeights === 'balanced'
        ? balancedClassWeights(
            Array.from(training, (index) => labels[index]),
            classes.length,
          )
        : classWeights,
  };
}
