import { createRuntime } from '../execution/runtime.js';
import { withEngine } from '../execution/with-engine.js';
import type { Network } from '../network/network.js';
import { checkCheckpoint } from './check-checkpoint.js';
import { checkDataset, checkFitOptions } from './check-fit.js';
import type { Dataset } from './dataset.js';
import type { FitOptions, FitResult } from './fit-options.js';
import { stratifiedSplit } from './stratified-split.js';
import { trainEpochs } from './train-epochs.js';

/**
 * Trains a network's weights in place, data-parallel over the threads.
 *
 * The same seed, samples and number of threads give the same bytes. Weight decay applies to all
 * parameters alike.
 *
 * @throws RangeError when the dataset or the checkpoint does not fit the network or an option is out of
 * range; DivergenceError when the loss or a weight becomes NaN or infinite: the weights are then those of
 * the last complete epoch.
 *
 * @example
 * const network = createNetwork({ layers: fcHead([2], 2), inputShape: [2] });
 * await fit(network, dataset, { epochs: 5, validation: 0.1, earlyStopping: true });
 */
export async function fit(
  network: Network,
  dataset: Dataset,
  options: FitOptions = {},
): Promise<FitResult> {
  const { validation, seed = 0, batch = 128 } = options;
  checkFitOptions(options, dataset.classes.length);
  checkDataset('the dataset', dataset, network);
  if (dataset.readTarget && options.mixup) {
    throw new RangeError('mixup mixes labels; leave it out with targets');
  }
  if (options.checkpoint) checkCheckpoint(options.checkpoint, network, options);
  if (typeof validation === 'object') checkDataset('the validation set', validation, network);
  const split = typeof validation === 'number' && validation > 0;
  const { training, validation: held } = split
    ? stratifiedSplit(dataset.labels, validation, seed)
    : { training: range(dataset.count), validation: new Int32Array() };
  const watched =
    typeof validation === 'object'
      ? { dataset: validation, indices: range(validation.count) }
      : { dataset, indices: held };
  return withEngine(network, options, async (engine) => {
    const capacity = Math.min(batch, Math.max(training.length, watched.indices.length));
    const runtime = createRuntime(engine, network, {
      ...{ batch: capacity, training: true, targets: dataset.readTarget !== undefined },
    });
    try {
      return await trainEpochs(runtime, dataset, training, watched, options);
    } finally {
      runtime.release();
    }
  });
}

function range(count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, index) => index);
}
