import type { Engine } from '@sig/kernels';
import type { Network } from '../network/network.js';
import type { Dataset } from '../training/dataset.js';

export interface PredictOptions {
  /** Samples at a time (128). */
  batch?: number;
  /** Threads in all (1); not with `engine`. */
  threads?: number;
  /** An engine that has `networkModules(network)`; it is not closed. */
  engine?: Engine;
  /** Called after each batch with the samples done so far. */
  onBatch?: (done: number, count: number) => void;
  signal?: AbortSignal;
}

/** Probabilities [count, classes] for the samples of a dataset or of one flat array. */
export async function predict(
  _network: Network,
  _samples: Pick<Dataset, 'count' | 'read'> | Uint8Array | Float32Array,
  _options: PredictOptions = {},
): Promise<Float32Array> {
  throw new Error('not there yet');
}
