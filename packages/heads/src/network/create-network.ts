import type { KernelModule } from '@sig/kernels';
import type { Layer, Shape } from '../layers/layer.js';
import type { Features } from './features.js';
import type { Network, Standardisation } from './network.js';

export interface CreateNetworkOptions {
  layers: readonly Layer[];
  /** The shape of one sample; with `features` it may be left out. */
  inputShape?: Shape;
  /** Of the first weights (0). */
  seed?: number;
  features?: Features;
  /** Weights by name, for example from a file, in place of random ones. */
  weights?: Readonly<Record<string, ArrayLike<number>>>;
  standardisation?: Standardisation;
}

/** Puts layers together and gives them their first weights. */
export function createNetwork(_options: CreateNetworkOptions): Network {
  throw new Error('not there yet');
}

/** The kernel modules that an engine needs for a network. */
export function networkModules(_network: Network): readonly KernelModule[] {
  throw new Error('not there yet');
}
