import { basename, resolve } from 'node:path';
import type { TrainingSummary } from '@sig/edge';
import { type Network, stratifiedSplit } from '@sig/heads';
import type { FeatureRecipe, ImageSet } from '@sig/image-paths';
import { classBalance } from '../data/class-balance.js';
import { pickImages } from '../data/pick-images.js';
import { writeFileAtomic } from '../files/write-file-atomic.js';
import { evaluateImages } from '../model/evaluate-images.js';
import { layerRows } from '../model/layer-rows.js';
import type { TrainSettings } from '../options/train-settings.js';
import { formatBytes, formatCount, formatSeconds } from '../output/format.js';
import type { Progress } from '../output/progress.js';
import type { TrainResult } from '../training/train-result.js';
import { htmlReport } from './html-report.js';
import type { JudgedImages } from './judged-images.js';
import { namesWithin } from './names-within.js';

export interface TrainedModel {
  readonly result: TrainResult;
  readonly settings: TrainSettings;
  readonly recipe: FeatureRecipe;
  /** With the weights of the model file. */
  readonly network: Network;
  /** The training images, those kept aside for validation included. */
  readonly images: ImageSet;
  readonly names: readonly string[];
  readonly training: TrainingSummary;
  /** The test images; without them the validation images are judged. */
  readonly judged?: JudgedImages;
  readonly progress: Progress;
  /** An aborted one leaves out what would still have to be measured. */
  readonly signal: AbortSignal;
}

/** Writes the HTML report of a training. */
export async function writeTrainingReport(file: string, trained: TrainedModel): Promise<void> {
  const { result, recipe, network, images, training } = trained;
  const { classes, model, data, bytes, seconds, history, epoch } = result;
  const judged = trained.judged ?? (await judgeValidation(trained));
  const countsOf = ({ labels }: ImageSet): number[] =>
    classBalance(labels, classes).map(({ count }) => count);
  const page = await htmlReport({
    model: basename(model),
    data: basename(resolve(data)),
    classes,
    recipe,
    layers: layerRows(network),
    cost: result,
    bytes,
    measured: [
      ['training', `${formatCount(result.imagesPerSecond)} images/s, ${result.threads} threads`],
      ...(judged === undefined
        ? []
        : [['evaluation', `${formatCount(judged.evaluation.imagesPerSecond)} images/s`] as const]),
      ['time in all', formatSeconds(seconds.total)],
      ['peak memory', formatBytes(result.peakMemoryBytes)],
    ],
    judged,
    balance: [
      { part: 'train', counts: countsOf(images) },
      ...(trained.judged === undefined
        ? []
        : [{ part: 'test', counts: countsOf(trained.judged.images) }]),
    ],
    training,
    history,
    epoch,
  });
  writeFileAtomic(file, new TextEncoder().encode(page));
}

/** The images that were kept aside, measured with the weights that did best on them. */
async function judgeValidation({
  result,
  settings: { validation, seed, threads, positive },
  network,
  images,
  names,
  progress,
  signal,
}: TrainedModel): Promise<JudgedImages | undefined> {
  if (validation === 0 || signal.aborted) return undefined;
  const chosen = [...stratifiedSplit(images.labels, validation, seed).validation];
  if (chosen.length === 0) return undefined;
  const kept = pickImages(images, chosen);
  const evaluated = await evaluateImages(network, kept, result.classes, {
    threads,
    positive,
    progress,
  });
  return {
    ...evaluated,
    part: 'validation',
    images: kept,
    names: namesWithin(
      result.data,
      chosen.map((place) => names[place]),
    ),
  };
}
