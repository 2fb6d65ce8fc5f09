import { seededRandom } from '@sig/kernels/random';
import { createBreather } from '../execution/create-breather.js';
import type { Runtime } from '../execution/runtime.js';
import { mixSeed } from '../random/mix-seed.js';
import { shuffle } from '../random/shuffle.js';
import { chooseLoss } from './choose-loss.js';
import { chooseOptimizer } from './choose-optimizer.js';
import { createWatcher } from './create-watcher.js';
import type { Dataset } from './dataset.js';
import type { EpochReport, FitOptions, FitResult } from './fit-options.js';
import { fitStandardisation } from './fit-standardisation.js';
import { learningRateAt } from './learning-rate.js';
import { trainEpoch } from './train-epoch.js';
import { createTrainStep } from './train-step.js';
import { validate } from './validate.js';

// Columns' means and deviations are settled long before this many samples.
const STANDARDISATION_SAMPLES = 2048;

/** Epoch after epoch: train, validate, report, and stop where something says so. */
export async function trainEpochs(
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
    const drawn = shuffle(training, seededRandom(mixSeed(seed)));
    const some = drawn.subarray(0, STANDARDISATION_SAMPLES);
    network.standardisation = fitStandardisation(runtime, dataset, some);
    memory.load();
  }
  const loss = chooseLoss(options, dataset, training);
  const trainStep = createTrainStep(runtime, loss, chooseOptimizer(options));
  const breathe = createBreather();
  const rateAt = (step: number, steps: number): number =>
    learningRateAt(step, steps, { learningRate, schedule, warmUp });
  const highestRate = learningRate;
  const pass = { epochs, seed, highestRate, rateAt, trainStep, breathe, onBatch, signal };
  const watching = watched.indices.length > 0;
  const watcher = createWatcher(network, typeof earlyStopping === 'object' ? earlyStopping : {});
  const history: EpochReport[] = [];
  let ended: FitResult['ended'] = 'epochs';

  for (let epoch = 1; epoch <= epochs; epoch++) {
    const started = performance.now();
    const trained = signal?.aborted
      ? undefined
      : await trainEpoch(runtime, dataset, training, { ...pass, epoch });
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
    if (watching && earlyStopping && watcher.exhausted(epoch)) {
      ended = 'early-stopping';
      break;
    }
  }
  if (!watching || !restoreBest) return { history, epoch: history.length, ended };
  watcher.restore();
  return { history, epoch: watcher.bestEpoch, ended };
}
