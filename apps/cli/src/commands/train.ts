import { encodeModel, type TrainingSummary } from '@sig/edge';
import { architectureToJSON, type EpochReport } from '@sig/heads';
import type { Evaluation } from '@sig/heads/metrics';
import { Command } from 'commander';
import { openImageSource } from '../data/image-source.js';
import { InterruptedError, UsageError } from '../errors.js';
import { checkWritable } from '../files/check-writable.js';
import { isSameFile } from '../files/is-same-file.js';
import { startLog } from '../files/start-log.js';
import { writeFileAtomic } from '../files/write-file-atomic.js';
import { watchInterrupt } from '../interrupt.js';
import { type EvaluatedImages, evaluateImages } from '../model/evaluate-images.js';
import { modelCost } from '../model/model-cost.js';
import { addExamples, addSharedOptions } from '../options/shared-options.js';
import { addTrainOptions, type TrainOptions } from '../options/train-options.js';
import { trainSettings } from '../options/train-settings.js';
import { chosenHeadLine } from '../output/chosen-head-line.js';
import { printResult } from '../output/print-result.js';
import { createProgress } from '../output/progress.js';
import { namesWithin } from '../report/names-within.js';
import { reportPlace } from '../report/report-place.js';
import { writeTrainingReport } from '../report/write-training-report.js';
import { checkSameTraining } from '../training/check-same-training.js';
import { checkpointFile } from '../training/checkpoint-file.js';
import { describeTraining } from '../training/describe-training.js';
import { fitNetwork } from '../training/fit-network.js';
import { openCheckpoint } from '../training/open-checkpoint.js';
import { openTeacher } from '../training/open-teacher.js';
import { readTrainingImages } from '../training/read-training-images.js';
import { settleHead } from '../training/settle-head.js';
import { type TrainResult, trainReport } from '../training/train-result.js';
import { trainingSummary } from '../training/training-summary.js';
import { chanceWarning, trainingError } from '../training/training-trouble.js';

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
    'sig train photographs --out small.safetensors --size 32 --teacher model.safetensors',
    'sig train photographs --out model.safetensors --log metrics.jsonl --resume',
  ]);
}

async function train(data: string, options: TrainOptions): Promise<void> {
  const start = performance.now();
  const checkpoints = checkpointFile(options.out);
  checkPlaces(options, checkpoints.path);
  const reportFile = reportPlace(options, checkpoints.path);
  const source = await openImageSource(data);
  const { classes } = source;
  const settled = await settleHead(source, trainSettings(options, source));
  const { settings, plan, chosen } = settled;
  const { recipe, network, own } = plan;
  const askTeacher = openTeacher(data, source, settings);
  const progress = createProgress(options);
  if (chosen !== undefined) progress.note(chosenHeadLine(chosen));
  const interrupt = watchInterrupt(() => progress.note('stopping; Ctrl-C again ends at once'));
  const { signal } = interrupt;
  try {
    const stopped = openCheckpoint(checkpoints, options.resume, progress);
    const {
      images,
      names,
      test,
      testNames,
      skipped,
      balance,
      duplicates,
      seconds: readSeconds,
    } = await readTrainingImages(source, recipe, settings, { progress, signal });
    const training = describeTraining(settings, images, classes);
    const changed = stopped && checkSameTraining(checkpoints.path, stopped.training, training);
    if (changed !== undefined) progress.note(`${changed} from now on`);
    const targets = await askTeacher?.(images, { progress, signal });
    const log = startLog(options.log, stopped?.checkpoint.history ?? []);
    let bytes = 0;
    let saved: EpochReport | undefined;
    let summary: TrainingSummary = {};
    const save = (report: EpochReport, testResult?: Evaluation): void => {
      const facts = { data, images: images.count, report, test: testResult };
      summary = trainingSummary(settings, facts);
      const file = encodeModel(
        {
          kind: 'classifier',
          labels: classes,
          recipe,
          architecture: architectureToJSON(network),
          weights: network.weights,
          standardisation: network.standardisation,
          training: summary,
        },
        { layers: own },
      );
      writeFileAtomic(options.out, file);
      bytes = file.length;
      saved = report;
    };

    const fitStart = performance.now();
    const { history, ended, chanceLoss, ...fitted } = await fitNetwork(
      network,
      images,
      classes,
      settings,
      {
        progress,
        signal,
        onEpoch: log.append,
        onBest: save,
        onCheckpoint: (checkpoint) => checkpoints.write({ checkpoint, training }),
        checkpoint: stopped?.checkpoint,
        targets,
      },
    ).catch((error: unknown) => {
      const { best, epoch } = stopped?.checkpoint ?? {};
      throw trainingError(error, options.out, saved?.epoch ?? best?.epoch ?? epoch);
    });
    const trainSeconds = (performance.now() - fitStart) / 1000;
    if (fitted.epoch === 0) {
      throw new InterruptedError('stopped before the first epoch was over; nothing was written');
    }
    const report = history[fitted.epoch - 1];
    const warning = chanceWarning(history, chanceLoss, settings.learningRate);
    if (warning !== undefined) process.stderr.write(`${warning}\n`);
    const { threads, positive, seed, epochs } = settings;
    let tested: EvaluatedImages | undefined;
    if (test !== undefined && !signal.aborted) {
      tested = await evaluateImages(network, test, classes, { threads, positive, progress });
    }
    save(report, tested?.evaluation);
    if (!signal.aborted) checkpoints.remove();
    const { loss, accuracy, validationLoss, validationAccuracy, epoch } = report;
    const result: TrainResult = {
      model: options.out,
      report: reportFile,
      data,
      classes,
      ...modelCost(recipe, network.layers),
      bytes,
      images: { train: images.count, test: test?.count ?? 0 },
      copies: settings.copies.length,
      classCounts: balance.map(({ count }) => count),
      duplicates: {
        trainAndTest: duplicates.trainAndTest.length,
        acrossClasses: duplicates.acrossClasses.length,
      },
      skipped: skipped.length,
      skippedFiles: skipped,
      ...{ epoch, epochs, ended, loss, accuracy, validationLoss, validationAccuracy },
      test: tested?.evaluation,
      history,
      threads,
      seed,
      imagesPerSecond: median(history.map(({ imagesPerSecond }) => imagesPerSecond)),
      seconds: {
        read: readSeconds,
        train: trainSeconds,
        total: (performance.now() - start) / 1000,
      },
      peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
    };
    printResult(options.json, result, () => trainReport(result));
    if (reportFile !== undefined) {
      await writeTrainingReport(reportFile, {
        ...{ result, settings, recipe, network, images, names, training: summary },
        judged: test &&
          tested && { ...tested, part: 'test', images: test, names: namesWithin(data, testNames) },
        progress,
        signal,
      });
    }
    if (signal.aborted) {
      throw new InterruptedError(
        `stopped; --resume goes on; ${options.out} holds the model of epoch ${epoch}`,
      );
    }
  } finally {
    progress.end();
    interrupt.release();
  }
}

/** Refuses places where nothing can be written, and one place for two files. */
function checkPlaces({ out, log, teacher }: TrainOptions, checkpoint: string): void {
  checkWritable(out);
  if (teacher !== undefined && isSameFile(out, teacher)) {
    throw new UsageError(`--out must be another file than --teacher, got ${out}`);
  }
  if (log === undefined) return;
  checkWritable(log);
  if (![out, checkpoint].some((file) => isSameFile(file, log))) return;
  throw new UsageError(`--log must be a file of its own, got ${log}`);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
