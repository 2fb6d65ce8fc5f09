import type { Network } from '../network/network.js';
import type { EarlyStoppingOptions } from './fit-options.js';

/** Follows a validation metric over the epochs and keeps the best weights. */
export interface Watcher {
  /** Notes an epoch's value; returns whether it is the best so far. */
  note(epoch: number, values: { readonly loss: number; readonly accuracy: number }): boolean;
  /** Whether too many epochs went by without a better one. */
  exhausted(epoch: number): boolean;
  /** The best epoch, 0 before the first. */
  readonly bestEpoch: number;
  /** Puts the best epoch's weights back into the network. */
  restore(): void;
}

/** Watches a network's weights, which must be up to date at each `note`. */
export function createWatcher(
  { weights }: Pick<Network, 'weights'>,
  { patience = 10, metric = 'loss', minDelta = 0 }: EarlyStoppingOptions,
): Watcher {
  let best = -Infinity;
  let bestEpoch = 0;
  let kept: [string, Float32Array][] = [];
  return {
    note(epoch, { loss, accuracy }) {
      const measured = metric === 'loss' ? -loss : accuracy;
      // Nothing would ever be better than NaN.
      const value = Number.isNaN(measured) ? -Infinity : measured;
      if (bestEpoch > 0 && !(value > best + minDelta)) return false;
      best = value;
      bestEpoch = epoch;
      kept = Object.entries(weights).map(([name, values]) => [name, values.slice()]);
      return true;
    },
    exhausted: (epoch) => epoch - bestEpoch >= patience,
    get bestEpoch() {
      return bestEpoch;
    },
    restore() {
      for (const [name, values] of kept) weights[name].set(values);
    },
  };
}
