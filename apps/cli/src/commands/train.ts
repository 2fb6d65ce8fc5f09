import { encodeModel } from '@sig/edge';
import { architectureToJSON, type EpochReport } from '@sig/heads';
import type { Evaluation } from '@sig/heads/metrics';
import { Command } from 'commander';
import { openImageSource } from '../data/image-source.js';
import { InterruptedError } from '../errors.js';
import { checkWritable } from '../files/check-writable.js';
import { writeFileAtomic } from '../files/write-file-atomic.js';
import { watchInterrupt } from '../interrupt.js';
import { evaluateImages } from '../model/evaluate-images.js';
import { modelCost } from '../model/model-cost.js';
import { addExamples, addSharedOptions } from '../options/shared-options.js';
import { addTrainOptions, type TrainOptions } from '../options/train-options.js';
import { trainSettings } from '../options/train-settings.js';
import { printResult } from '../output/print-result.js';
import { createProgress } from '../output/progress.js';
import { fitNetwork } from '../training/fit-network.js';
import { planTraining } from '../training/plan-training.js';
import { readTrainingImages } from '../training/read-training-images.js';
import { type TrainResult, trainReport } from '../training/train-result.js';
import { trainingSummary } from '../training/training-summary.js';

export function trainCommand(): Command {
  const command = new Command('train')
    .description('train a classifier on a folder of images, or on MNIST')
    .argument('<data>', 'mnist, or a folder: <class>/* or {train,test}/<class>/*')
    .action((data: string, options: TrainOptions) => train(data, options));
  addSharedOptions(addTrainOptions(command));
  return addExamples(command, [
    'sig train mnist --out digits.safetensors',
    'sig train photographs --out model.safetensors --size 64 --head cnn1d --epochs 40',
    'sig train photographs --out paper.safetensors --direction rows --depth 4 --no-time --no-basepoint',
    'sig train photographs --out model.safetensors --augment flip,shift:4 --json > result.json',
    'sig train photographs --out model.safetensors --copies flip,flip-vertical,brightness:40,brightness:80',
  ]);
}

async function train(data: string, options: TrainOptions): Promise<void> {
  const start = performance.now();
  checkWritable(options.out);
  const source = await openImageSource(data);
  const { classes } = source;
  const settings = trainSettings(options, source.kind);
  const { recipe, network } = await planTraining(source, settings);
  const progress = createProgress(options);
  const interrupt = watchInterrupt(() => progress.note('stopping; Ctrl-C again ends at once'));
  const { signal } = interrupt;
  try {
    const {
      images,
      test,
      skipped,
      seconds: readSeconds,
    } = await readTrainingImages(source, recipe, settings, { progress, signal });
    let bytes = 0;
    let saved: EpochReport | undefined;
    const save = (report: EpochReport, testResult?: Evaluation): void => {
      const facts = { data, images: images.count, report, test: testResult };
      const file = encodeModel({
        kind: 'classifier',
        labels: classes,
        recipe,
        architecture: architectureToJSON(network),
        weights: network.weights,
        standardisation: network.standardisation,
        training: trainingSummary(settings, facts),
      });
      writeFileAtomic(options.out, file);
      bytes = file.length;
      saved = report;
    };

    const fitStart = performance.now();
    const { history, ended } = await fitNetwork(network, images, classes, settings, {
      progress,
      signal,
      onCheckpoint: save,
    });
    const trainSeconds = (performance.now() - fitStart) / 1000;
    if (saved === undefined) {
      throw new InterruptedError('stopped before the first epoch was over; nothing was written');
    }
    const { threads, positive, seed, epochs } = settings;
    let evaluation: TrainResult['test'];
    if (test !== undefined && !signal.aborted) {
      ({ evaluation } = await evaluateImages(network, test, classes, {
        threads,
        positive,
        progress,
      }));
      save(saved, evaluation);
    }
    const { loss, accuracy, validationLoss, validationAccuracy, epoch } = saved;
    const result: TrainResult = {
      model: options.out,
      data,
      classes,
      ...modelCost(recipe, network.layers),
      bytes,
      images: { train: images.count, test: test?.count ?? 0 },
      copies: settings.copies.length,
      skipped: skipped.length,
      skippedFiles: skipped,
      ...{ epoch, epochs, ended, loss, accuracy, validationLoss, validationAccuracy },
      test: evaluation,
      history,
      threads,
      seed,
      imagesPerSecond: median(history.map((report) => report.imagesPerSecond)),
      seconds: {
        read: readSeconds,
        train: trainSeconds,
        total: (performance.now() - start) / 1000,
      },
      peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
    };
    printResult(options.json, result, () => trainReport(result));
    if (signal.aborted) {
      throw new InterruptedError(`stopped; ${options.out} holds the model of epoch ${epoch}`);
    }
  } finally {
    progress.end();
    interrupt.release();
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
