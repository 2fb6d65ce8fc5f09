import { basename, resolve } from 'node:path';
import type { TrainingSummary } from '@sig/edge';
import type { EpochReport } from '@sig/heads';
import type { Evaluation } from '@sig/heads/metrics';
import type { TrainSettings } from '../options/train-settings.js';

export interface TrainingFacts {
  readonly data: string;
  /** Images that could be read, the validation share included. */
  readonly images: number;
  /** The epoch whose weights the model has. */
  readonly report: EpochReport;
  readonly test?: Pick<Evaluation, 'count' | 'accuracy' | 'f1'>;
}

/**
 * What the model file tells about its training. No times and no full paths: the same training
 * gives the same bytes wherever it ran.
 */
export function trainingSummary(
  settings: TrainSettings,
  { data, images, report, test }: TrainingFacts,
): TrainingSummary {
  const { epoch, epochs, loss, accuracy, validationLoss, validationAccuracy } = report;
  return {
    data: basename(resolve(data)),
    images,
    epoch,
    epochs,
    loss,
    accuracy,
    ...(validationLoss !== undefined && { validationLoss }),
    ...(validationAccuracy !== undefined && { validationAccuracy }),
    ...(test && { testImages: test.count, testAccuracy: test.accuracy, testF1: test.f1 }),
    ...(settings.positive !== undefined && { positive: settings.positive }),
    options: {
      head: basename(settings.head),
      batch: settings.batch,
      learningRate: settings.learningRate,
      schedule: settings.schedule,
      optimizer: settings.optimizer,
      loss: settings.loss,
      classWeights: settings.classWeights,
      labelSmoothing: settings.labelSmoothing,
      dropout: settings.dropout,
      ...(settings.warmUp !== undefined && { warmUp: settings.warmUp }),
      ...(settings.clipNorm !== undefined && { clipNorm: settings.clipNorm }),
      ...(settings.ema !== undefined && { ema: settings.ema }),
      ...(settings.mixup !== undefined && { mixup: settings.mixup }),
      ...(settings.teacher !== undefined && { teacher: basename(settings.teacher) }),
      ...(settings.teacherShare !== undefined && { teacherShare: settings.teacherShare }),
      ...(settings.teacherTemperature !== undefined && {
        teacherTemperature: settings.teacherTemperature,
      }),
      augment: settings.augment.map(({ name, amount }) => `${name}:${amount}`),
      copies: settings.copies.map(({ name, amount }) => `${name}:${amount}`),
      validation: settings.validation,
      seed: settings.seed,
    },
  };
}
