import { createNetwork, flatten, type Network } from '@sig/heads';

/** A network whose features are its input. */
export function identityNet(width: number): Network {
  return createNetwork({ layers: [flatten()], inputShape: [width] });
}
