import type { TrainingRecipe } from '../experiments/experiment.js';

/** In quick runs epochs are divided by this. */
const QUICK = 10;

/** A recipe with a tenth of its epochs, where that is asked for. */
export function quickened<E extends { readonly training: TrainingRecipe }>(
  experiment: E,
  quick = true,
): E {
  if (!quick) return experiment;
  const { epochs = 20 } = experiment.training;
  const training = { ...experiment.training, epochs: Math.ceil(epochs / QUICK) };
  return { ...experiment, training };
}
