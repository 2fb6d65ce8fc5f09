import { createBreather } from '../execution/create-breather.js';
import { createRuntime, type Runtime } from '../execution/runtime.js';
import { withEngine } from '../execution/with-engine.js';
import type { Network } from '../network/network.js';
import { createRandom } from '../random/create-random.js';
import { mixSeed } from '../random/mix-seed.js';
import { shuffle } from '../random/shuffle.js';
import { checkDataset, checkFitOptions } from './check-fit.js';
import { chooseLoss } from './choose-loss.js';
import { chooseOptimizer } from './choose-optimizer.js';
import { createWatcher } from './create-watcher.js';
import type { Dataset } from './dataset.js';
import type { EpochReport, FitOptions, FitResult } from './fit-options.js';
import { fitStandardisation } from './fit-standardisation.js';
import { learningRateAt } from './learning-rate.js';
import { stratifiedSplit } from './stratified-split.js';
import { trainEpoch } from './train-epoch.js';
import { createTrainStep } from './train-step.js';
import { validate } from './validate.js';

// Columns' means and deviations are settled long before this many samples.
const STANDARDISATION_SAMPLES = 2048;

/**
 * Trains a network's weights in place, data-parallel over the threads.
 *
 * The same seed, samples and number of threads give the same bytes. Weight decay and clipping apply
 * to all parameters alike.
 *
 * @throws RangeError when the dataset does not fit the network or an option is out of range; Error
 * when the loss or a weight becomes NaN or infinite: the weights are then those of the last complete
 * epoch.
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
    const runtime = createRuntime(engine, network, { batch: capacity, training: true });
    try {
      return await trainEpochs(runtime, dataset, training, watched, options);
    } finally {
      runtime.release();
    }
  });
}

async function trainEpochs(
  runtime: Runtime,
  dataset: Dataset,
  training: Int32Array,
  watched: { readonly dataset: Dataset; readonly indices: Int32Array },
  options: FitOptions,
): Promise<FitResult> {
  const { network, memory } = runtime;
  const { epochs = 20, learningRate = 1e-3, schedule = 'constant', warmUp, seed = 0 } = options;
  const { standardise = true, earlyStopping, restoreBest = true } = options;
  const { onEpoch, onBatch, signal } = options;
  if (standardise && network.standardisation === undefined) {
    const drawn = shuffle(training, createRandom(mixSeed(seed))).subarray(
      0,
      STANDARDISATION_SAMPLES,
    );
    network.standardisation = fitStandardisation(runtime, dataset, drawn);
    memory.load();
  }
  const loss = chooseLoss(options, dataset, training);
  const trainStep = createTrainStep(runtime, loss, chooseOptimizer(options));
  const breathe = createBreather();
  const rateAt = (step: number, steps: number): number =>
    learningRateAt(step, steps, { learningRate, schedule, warmUp });
  const watching = watched.indices.length > 0;
  const watcher = createWatcher(network, typeof earlyStopping === 'object' ? earlyStopping : {});
  const history: EpochReport[] = [];
  let ended: FitResult['ended'] = 'epochs';

  for (let epoch = 1; epoch <= epochs; epoch++) {
    const started = performance.now();
    const pass = {
      epoch,
      epochs,
      seed,
      rateAt,
      trainStep,
      breathe,
      onBatch,
      signal,
      highestRate: learningRate,
    };
    const trained = signal?.aborted
      ? undefined
      : await trainEpoch(runtime, dataset, training, pass);
    if (trained === undefined) {
      ended = 'signal';
      break;
    }
    const trainedAt = performance.now();
    memory.store();
    const validated = watching
      ? await validate(runtime, watched.dataset, watched.indices, loss, breathe)
      : undefined;
    const report: EpochReport = {
      epoch,
      epochs,
      ...trained,
      validationLoss: validated?.loss,
      validationAccuracy: validated?.accuracy,
      best: validated ? watcher.note(epoch, validated) : true,
      seconds: (performance.now() - started) / 1000,
      imagesPerSecond: (training.length * 1000) / (trainedAt - started),
    };
    history.push(report);
    if ((await onEpoch?.(report, network)) === false) {
      ended = 'callback';
      break;
    }
    if (earlyStopping && watcher.exhausted(epoch)) {
      ended = 'early-stopping';
      break;
    }
  }
  if (!watching || !restoreBest) return { history, epoch: history.length, ended };
  watcher.restore();
  return { history, epoch: watcher.bestEpoch, ended };
}

function range(count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, index) => index);
}
