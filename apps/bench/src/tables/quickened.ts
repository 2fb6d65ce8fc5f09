import type { TrainingRecipe } from '../experiments/experiment.js';

/** In quick runs epochs are divided by this, where a table says nothing else. */
const QUICK_EPOCHS = 40;

/** A recipe with few of its epochs, one at least, where that is asked for. */
export function quickened<E extends { readonly training: TrainingRecipe }>(
  experiment: E,
  quick = true,
  divisor = QUICK_EPOCHS,
): E {
  if (!quick) return experiment;
  const { epochs = 20 } = experiment.training;
  const training = { ...experiment.training, epochs: Math.ceil(epochs / divisor) };
  return { ...experiment, training };
}
