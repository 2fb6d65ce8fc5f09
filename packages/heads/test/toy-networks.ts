import { cnn1dHead, createNetwork, fcHead, type Network } from '../src/index.js';

/** A small network for points [2] of two classes. */
export function fcNetwork(seed = 1): Network {
  const layers = fcHead([2], 2, { hidden: 16, dropout: 0 });
  return createNetwork({ layers, inputShape: [2], seed });
}

/** A small network for sequences [17, 2] of two classes: each position reaches the end. */
export function cnnNetwork(): Network {
  const layers = cnn1dHead([17, 2], 2, { filters: [8, 9] });
  return createNetwork({ layers, inputShape: [17, 2], seed: 1 });
}

/** The bytes of all weights, as text. */
export function bytesOf({ weights }: Pick<Network, 'weights'>): string {
  return Object.values(weights)
    .map((values) => new Uint8Array(values.buffer).join())
    .join();
}
