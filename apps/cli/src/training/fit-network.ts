import { type Checkpoint, type EpochReport, type FitResult, fit, type Network } from '@sig/heads';
import type { ImageSet } from '@sig/image-paths';
import type { TrainSettings } from '../options/train-settings.js';
import { epochLine } from '../output/epoch-line.js';
import type { Progress } from '../output/progress.js';
import { trainingDatasets } from './training-datasets.js';

export interface FitNetworkOptions {
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** Called after each epoch. */
  readonly onEpoch: (report: EpochReport) => void;
  /** Called after each epoch that is the best so far; without validation images, after each. */
  readonly onBest: (report: EpochReport) => void;
  /** Called at the end of each epoch. */
  readonly onCheckpoint: (checkpoint: Checkpoint) => void;
  /** What to go on from. */
  readonly checkpoint?: Checkpoint;
  /** [images, classes], what to learn in place of the labels. */
  readonly targets?: Float32Array;
}

/** Trains a network on images, with words about every epoch. */
export async function fitNetwork(
  network: Network,
  images: ImageSet,
  classes: readonly string[],
  settings: TrainSettings,
  { progress, signal, onEpoch, onBest, onCheckpoint, checkpoint, targets }: FitNetworkOptions,
): Promise<FitResult> {
  const { classWeights, patience } = settings;
  const { dataset, validation } = trainingDatasets(images, classes, settings, targets);
  const before = checkpoint?.epoch ?? 0;
  let seconds = 0;
  let running = false;
  const result = await fit(network, dataset, {
    epochs: settings.epochs,
    batch: settings.batch,
    learningRate: settings.learningRate,
    schedule: settings.schedule,
    warmUp: settings.warmUp,
    optimizer: settings.optimizer,
    weightDecay: settings.weightDecay,
    clipNorm: settings.clipNorm,
    ema: settings.ema,
    mixup: settings.mixup,
    loss: settings.loss,
    gamma: settings.gamma,
    labelSmoothing: settings.labelSmoothing,
    validation,
    seed: settings.seed,
    threads: settings.threads,
    classWeights: classWeights === 'none' ? undefined : classWeights,
    earlyStopping: patience === undefined ? false : { patience },
    signal,
    checkpoint,
    onCheckpoint,
    onBatch({ epoch, epochs, samples, samplesPerEpoch }) {
      if (!running) progress.begin(`epoch ${epoch}/${epochs}`, samplesPerEpoch);
      running = true;
      progress.update(samples);
    },
    onEpoch(report) {
      progress.end();
      running = false;
      seconds += report.seconds;
      const left = (seconds / (report.epoch - before)) * (report.epochs - report.epoch);
      progress.note(epochLine(report, left));
      onEpoch(report);
      if (report.best || report.validationLoss === undefined) onBest(report);
    },
  });
  progress.end();
  return result;
}
