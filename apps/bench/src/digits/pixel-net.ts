import { createNetwork, flatten, type Network } from '@sig/heads';

/** The net whose features are the pixels. */
export function pixelNet(): Network {
  return createNetwork({ layers: [flatten()], inputShape: [28, 28, 1] });
}
