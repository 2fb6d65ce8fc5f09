import type { Network } from '../network/network.js';
import type { BestEpoch } from './checkpoint.js';
import type { EarlyStoppingOptions } from './fit-options.js';

/** Follows a validation metric over the epochs and keeps the best weights. */
export interface Watcher {
  /** Notes an epoch's value; returns whether it is the best so far. */
  note(epoch: number, values: { readonly loss: number; readonly accuracy: number }): boolean;
  /** Whether too many epochs went by without a better one. */
  exhausted(epoch: number): boolean;
  /** The best epoch; none before the first. */
  readonly best: BestEpoch | undefined;
  /** Puts the best epoch's weights back into the network. */
  restore(): void;
}

/**
 * Watches a network's weights, which must be up to date at each `note`; goes on from the best epoch
 * that was known before.
 */
export function createWatcher(
  { weights }: Pick<Network, 'weights'>,
  { patience = 10, metric = 'loss', minDelta = 0 }: EarlyStoppingOptions,
  known?: BestEpoch,
): Watcher {
  let best = known;
  return {
    note(epoch, { loss, accuracy }) {
      const measured = metric === 'loss' ? -loss : accuracy;
      // Nothing would ever be better than NaN.
      const value = Number.isNaN(measured) ? -Infinity : measured;
      if (best && !(value > best.value + minDelta)) return false;
      const kept = Object.entries(weights).map(([name, values]) => [name, values.slice()]);
      best = { epoch, value, weights: Object.fromEntries(kept) };
      return true;
    },
    exhausted: (epoch) => epoch - (best?.epoch ?? 0) >= patience,
    get best() {
      return best;
    },
    restore() {
      for (const [name, values] of Object.entries(best?.weights ?? {})) weights[name].set(values);
    },
  };
}
