import { basename, resolve } from 'node:path';
import { stratifiedSplit } from '@sig/heads';
import type { ImageSource } from '../data/image-source.js';
import { CommandError, UsageError } from '../errors.js';
import { formatCount } from '../output/format.js';
import type { OpenedStage } from './open-stages.js';

/** Which images of the train part to choose thresholds on. */
export interface HeldOutPlaces {
  /** All of the part when left out. */
  readonly places?: readonly number[];
  /** Where they come from, in words. */
  readonly from: string;
}

/** A split of the training images, as `sig train` makes it. */
interface Split {
  readonly validation: number;
  readonly seed: number;
}

/**
 * The images that no stage was trained on: those that `sig train` kept aside, by the share and the seed
 * that the models or the options tell; or all of a folder that no model was trained on.
 *
 * @throws CommandError or UsageError where such images cannot be told.
 */
export function heldOutPlaces(
  source: ImageSource,
  data: string,
  stages: readonly OpenedStage[],
  options: Partial<Split>,
): HeldOutPlaces {
  const name = data === 'mnist' ? data : basename(resolve(data));
  const trained = stages.filter(({ training }) => source.testCount > 0 || training?.data === name);
  const splits = trained.flatMap((stage) => recordedSplit(source, data, stage) ?? []);
  const { validation, seed = 0 } = options;
  for (const { file, split } of splits) {
    if (
      (validation !== undefined && validation !== split.validation) ||
      (options.seed !== undefined && options.seed !== split.seed)
    ) {
      throw new UsageError(
        `${file} was trained with --validation ${split.validation} --seed ${split.seed}; leave both out, or give the same`,
      );
    }
  }
  const used = splits.map(({ split }) => split);
  if (used.length === 0 && validation !== undefined) used.push({ validation, seed });
  if (used.length === 0) {
    if (source.testCount === 0) return { from: `all of ${name}, on which no stage was trained` };
    throw new UsageError(
      'no stage tells which images it was trained on; give --validation and --seed as in its training, or a folder of images that none has seen',
    );
  }
  const labels = source.labels('train');
  const kept = used.map(
    ({ validation: share, seed: drawn }) => stratifiedSplit(labels, share, drawn).validation,
  );
  const [first, ...others] = kept.map((places) => new Set(places));
  const places = [...first].filter((place) => others.every((other) => other.has(place)));
  if (places.length === 0) {
    throw new CommandError(
      'every image was trained on by some stage: they kept different images aside; give a folder of images that none has seen',
    );
  }
  const words = [
    ...new Set(used.map((split) => `--validation ${split.validation} --seed ${split.seed}`)),
  ];
  const from = `${formatCount(places.length)} of ${formatCount(labels.length)} images, those that ${splits.length > 0 ? 'the training kept aside' : 'are kept aside'} with ${words.join(' and ')}`;
  return { places, from };
}

function recordedSplit(
  source: ImageSource,
  data: string,
  { file, training }: OpenedStage,
): { file: string; split: Split } | undefined {
  if (training === undefined) return undefined;
  const { options, images, fitnessBefore } = training;
  if (fitnessBefore !== undefined) {
    throw new CommandError(
      `${file} was evolved, which keeps no image aside: its references are the training images; give a folder of images that no stage has seen`,
    );
  }
  const { validation, seed } = isRecord(options) ? options : {};
  if (typeof validation !== 'number' || typeof seed !== 'number') return undefined;
  if (!(validation > 0 && validation < 1)) {
    throw new CommandError(
      `${file} kept no image aside in its training (--validation ${validation}); give a folder of images that it has not seen`,
    );
  }
  if (images !== source.trainCount) {
    throw new CommandError(
      `${file} was trained on ${images} images, ${data} has ${source.trainCount} to train with, so those it kept aside cannot be told; give a folder of images that no stage has seen`,
    );
  }
  return { file, split: { validation, seed } };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
