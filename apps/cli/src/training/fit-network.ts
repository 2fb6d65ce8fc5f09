import { type EpochReport, type FitResult, fit, type Network } from '@sig/heads';
import type { ImageSet } from '@sig/image-paths';
import type { TrainSettings } from '../options/train-settings.js';
import { epochLine } from '../output/epoch-line.js';
import type { Progress } from '../output/progress.js';
import { trainingDatasets } from './training-datasets.js';

export interface FitNetworkOptions {
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** Called after each epoch that is the best so far; without validation images, after each. */
  readonly onCheckpoint: (report: EpochReport) => void;
}

/** Trains a network on images, with words about every epoch. */
export async function fitNetwork(
  network: Network,
  images: ImageSet,
  classes: readonly string[],
  settings: TrainSettings,
  { progress, signal, onCheckpoint }: FitNetworkOptions,
): Promise<FitResult> {
  const { classWeights, patience } = settings;
  const { dataset, validation } = trainingDatasets(images, classes, settings);
  let seconds = 0;
  let running = false;
  const result = await fit(network, dataset, {
    epochs: settings.epochs,
    batch: settings.batch,
    learningRate: settings.learningRate,
    schedule: settings.schedule,
    optimizer: settings.optimizer,
    weightDecay: settings.weightDecay,
    loss: settings.loss,
    gamma: settings.gamma,
    labelSmoothing: settings.labelSmoothing,
    validation,
    seed: settings.seed,
    threads: settings.threads,
    classWeights: classWeights === 'none' ? undefined : classWeights,
    earlyStopping: patience === undefined ? false : { patience },
    signal,
    onBatch({ epoch, epochs, samples, samplesPerEpoch }) {
      if (!running) progress.begin(`epoch ${epoch}/${epochs}`, samplesPerEpoch);
      running = true;
      progress.update(samples);
    },
    onEpoch(report) {
      progress.end();
      running = false;
      seconds += report.seconds;
      const left = (seconds / report.epoch) * (report.epochs - report.epoch);
      progress.note(epochLine(report, left));
      if (report.best || report.validationLoss === undefined) onCheckpoint(report);
    },
  });
  progress.end();
  return result;
}
