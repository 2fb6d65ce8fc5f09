import { createNetwork, dense, predict } from '@sig/heads';
import type { EngineChoice } from '../knn/with-engine.js';
import type { Projection } from './projection.js';

/**
 * The images [count, outputs] of feature rows [count, inputs] under a projection.
 *
 * @throws RangeError when the features are not rows of the projection's inputs.
 *
 * @example
 * const references = await project(projection, features, { threads: 2 });
 */
export async function project(
  { weight, bias }: Projection,
  features: Float32Array,
  options: EngineChoice = {},
): Promise<Float32Array> {
  const network = createNetwork({
    layers: [dense(bias.length)],
    inputShape: [weight.length / bias.length],
    weights: { '0.dense.kernel': weight, '0.dense.bias': bias },
  });
  return predict(network, features, { ...options, output: 'activations' });
}
