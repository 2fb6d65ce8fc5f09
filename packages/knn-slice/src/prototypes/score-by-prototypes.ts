import { createNetwork, dense, predict, softmax } from '@sig/heads';
import type { EngineChoice } from '../knn/with-engine.js';
import type { LearnedPrototypes } from './learn-prototypes.js';
import { prototypeSimilarity } from './prototype-similarity.js';

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
  { projection, references, scores, gamma, count, classes }: LearnedPrototypes,
  features: Float32Array,
  options: EngineChoice = {},
): Promise<Float32Array> {
  const { weight, bias } = projection;
  // Similarities are those of gamma 1/2, in a space that is longer by so much.
  const length = Math.sqrt(2 * gamma);
  const network = createNetwork({
    layers: [dense(bias.length), prototypeSimilarity(count), softmax(), dense(classes)],
    inputShape: [weight.length / bias.length],
    weights: {
      '0.dense.kernel': weight.map((value) => length * value),
      '0.dense.bias': bias.map((value) => length * value),
      '1.prototypeSimilarity.prototypes': references.map((value) => length * value),
      '3.dense.kernel': scores,
      '3.dense.bias': new Float32Array(classes),
    },
  });
  return predict(network, features, options);
}
