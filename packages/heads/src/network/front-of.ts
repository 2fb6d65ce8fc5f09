import { flatten } from '../layers/flatten.js';
import { createNetwork } from './create-network.js';
import type { Network } from './network.js';

/**
 * The first layers of a network as a network of its own, to see what they make of samples: it puts out their
 * activations, flattened. The weights are copied.
 *
 * @param count Layers that it has, 1 to all.
 * @throws RangeError when the network has not as many.
 *
 * @example
 * const front = frontOf(network, 2);
 * await predict(front, pixels, { output: 'activations' }); // [samples, size of network.shapes[1]]
 */
export function frontOf(network: Network, count: number): Network {
  const { layers } = network;
  if (!Number.isInteger(count) || count < 1 || count > layers.length) {
    throw new RangeError(
      `frontOf: count must be an integer from 1 to ${layers.length}, got ${count}`,
    );
  }
  return createNetwork({ ...network, layers: [...layers.slice(0, count), flatten()] });
}
