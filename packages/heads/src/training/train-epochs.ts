import { seededRandom } from '@sig/kernels/random';
import { createBreather } from '../execution/create-breather.js';
import type { Runtime } from '../execution/runtime.js';
import { mixSeed } from '../random/mix-seed.js';
import { shuffle } from '../random/shuffle.js';
import { chanceLoss } from './chance-loss.js';
import { chooseLoss } from './choose-loss.js';
import { chooseOptimizer } from './choose-optimizer.js';
import { createWatcher } from './create-watcher.js';
import type { Dataset } from './dataset.js';
import type { EpochReport, FitOptions, FitResult } from './fit-options.js';
import { fitStandardisation } from './fit-standardisation.js';
import { learningRateAt } from './learning-rate.js';
import { createMixer } from './mix-batch.js';
import { trainEpoch } from './train-epoch.js';
import { createTrainState } from './train-state.js';
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
  const { earlyStopping, restoreBest = true, ema = 0, mixup = 0, checkpoint } = options;
  const { onEpoch, onBatch, onCheckpoint, signal } = options;
  standardise(runtime, dataset, training, options);
  const state = createTrainState(runtime, { averaged: ema > 0, checkpoint });
  const mixer = mixup > 0 ? createMixer(runtime, mixup) : undefined;
  const loss = chooseLoss(options, dataset, training);
  const optimizer = chooseOptimizer(options);
  const trainStep = createTrainStep(runtime, { loss, optimizer, state, mixer });
  const breathe = createBreather();
  const rateAt = (step: number, steps: number): number =>
    learningRateAt(step, steps, { learningRate, schedule, warmUp });
  const highestRate = learningRate;
  const pass = { epochs, seed, highestRate, rateAt, trainStep, mixer, breathe, onBatch, signal };
  const watching = watched.indices.length > 0;
  const watcher = createWatcher(
    network,
    typeof earlyStopping === 'object' ? earlyStopping : {},
    checkpoint?.best,
  );
  const exhausted = (epoch: number): boolean =>
    watching && Boolean(earlyStopping) && watcher.exhausted(epoch);
  /** With the averaged weights in the network, where there are such, and in the memory meanwhile. */
  const withAverage = async <T>(task: () => Promise<T>): Promise<T> => {
    state.exchange();
    memory.store();
    const result = await task();
    state.exchange();
    return result;
  };
  const history: EpochReport[] = [...(checkpoint?.history ?? [])];
  const done = history.length;
  if (done > 0) await withAverage(async () => {});
  let ended: FitResult['ended'] = exhausted(done) ? 'early-stopping' : 'epochs';

  for (let epoch = done + 1; epoch <= epochs && ended === 'epochs'; epoch++) {
    const started = performance.now();
    const trained = signal?.aborted
      ? undefined
      : await trainEpoch(runtime, dataset, training, { ...pass, epoch });
    if (trained === undefined) {
      ended = 'signal';
      break;
    }
    const trainedAt = performance.now();
    const validated = await withAverage(async () =>
      watching ? validate(runtime, watched.dataset, watched.indices, loss, breathe) : undefined,
    );
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
    const goOn = await onEpoch?.(report, network);
    if (onCheckpoint) {
      const { standardisation } = network;
      const { best } = watcher;
      await onCheckpoint({ epoch, history: [...history], standardisation, ...state.take(), best });
    }
    if (goOn === false) ended = 'callback';
    else if (exhausted(epoch)) ended = 'early-stopping';
  }
  const labels = Array.from(training, (index) => dataset.labels[index]);
  const outcome = { history, chanceLoss: chanceLoss(labels, dataset.classes.length, loss), ended };
  if (!watching || !restoreBest) return { ...outcome, epoch: history.length };
  watcher.restore();
  return { ...outcome, epoch: watcher.best?.epoch ?? 0 };
}

/** Takes the checkpoint's standardisation, or fits one where there is none. */
function standardise(
  runtime: Runtime,
  dataset: Dataset,
  training: Int32Array,
  { standardise: wanted = true, seed = 0, checkpoint }: FitOptions,
): void {
  const { network, memory } = runtime;
  if (checkpoint) {
    network.standardisation = checkpoint.standardisation;
  } else if (wanted && network.standardisation === undefined) {
    const drawn = shuffle(training, seededRandom(mixSeed(seed)));
    const some = drawn.subarray(0, STANDARDISATION_SAMPLES);
    network.standardisation = fitStandardisation(runtime, dataset, some);
  }
  memory.load();
}
