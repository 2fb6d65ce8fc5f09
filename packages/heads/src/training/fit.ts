import type { Network } from '../network/network.js';
import type { Dataset } from './dataset.js';
import type { FitOptions, FitResult } from './fit-options.js';

/** Trains a network's weights in place. */
export async function fit(
  _network: Network,
  _dataset: Dataset,
  _options: FitOptions = {},
): Promise<FitResult> {
  throw new Error('not there yet');
}
