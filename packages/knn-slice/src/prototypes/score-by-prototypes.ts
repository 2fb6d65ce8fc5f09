import { createNetwork, predict } from '@sig/heads';
import type { EngineChoice } from '../knn/with-engine.js';
import { namedWeights } from '../layer/append-layers.js';
import type { LearnedPrototypes } from './learn-prototypes.js';
import { scoreLayers } from './score-layers.js';

/**
 * The probabilities [count, classes] that learned prototypes give feature rows [count, inputs]: the
 * softmax of the prototypes' mean scores, weighted by exp(-gamma · d²).
 *
 * @throws RangeError when the features are not rows of the projection's inputs.
 *
 * @example
 * const probabilities = await scoreByPrototypes(prototypes, features, { threads: 2 });
 */
export async function scoreByPrototypes(
  prototypes: LearnedPrototypes,
  features: Float32Array,
  options: EngineChoice = {},
): Promise<Float32Array> {
  const { weight, bias } = prototypes.projection;
  const added = scoreLayers(prototypes);
  const network = createNetwork({
    layers: added.map(({ layer }) => layer),
    inputShape: [weight.length / bias.length],
    weights: namedWeights(added),
  });
  return predict(network, features, options);
}
