import { createModelNetwork } from '@sig/edge';
import { distilledTargets, predict } from '@sig/heads';
import type { ImageSet } from '@sig/image-paths';
import { imageDataset } from '../data/image-dataset.js';
import type { ImageSource } from '../data/image-source.js';
import { readPart } from '../data/read-part.js';
import { relabel } from '../data/relabel.js';
import { CommandError, UsageError } from '../errors.js';
import { knownLayers } from '../model/own-layers.js';
import { readModel } from '../model/read-model.js';
import { recipeSize } from '../model/recipe-size.js';
import type { TrainSettings } from '../options/train-settings.js';
import type { Progress } from '../output/progress.js';

/** Asks a teacher, and mixes its answers with the labels of the images. */
export type AskTeacher = (
  images: ImageSet,
  options: { readonly progress: Progress; readonly signal: AbortSignal },
) => Promise<Float32Array>;

/**
 * Opens the model that `--teacher` names; undefined where there is none. It is asked about the same images
 * in the size that it takes, as they are: changed at random they are in the training alone.
 *
 * @param data the name of the source.
 * @throws UsageError for options that do not go together; CommandError when it knows other classes.
 */
export function openTeacher(
  data: string,
  source: ImageSource,
  settings: TrainSettings,
): AskTeacher | undefined {
  const { teacher: file, teacherShare: share, teacherTemperature: temperature } = settings;
  if (file === undefined) {
    if (share === undefined && temperature === undefined) return undefined;
    throw new UsageError('--teacher-share and --teacher-temperature need a --teacher');
  }
  if (settings.mixup) {
    throw new UsageError(
      '--mixup mixes labels, and --teacher replaces them; leave one of them out',
    );
  }
  const { classes } = source;
  const { model } = readModel(file);
  const order = relabel(classes, model.labels, data);
  const network = createModelNetwork(model, { layers: knownLayers });
  const { limit, seed, strict, threads } = settings;
  return async ({ labels, count }, { progress, signal }) => {
    const size = recipeSize(model.recipe);
    const { images } = await readPart(source, 'train', {
      ...{ ...size, limit, seed, strict, progress, signal },
      name: 'images for the teacher',
    });
    if (images.count !== count) {
      throw new CommandError(
        `the teacher got ${images.count} images and the network ${count}; leave the folder as it is meanwhile`,
      );
    }
    progress.begin('asking the teacher', count);
    const said = await predict(network, imageDataset(images, classes), {
      threads,
      signal,
      onBatch: (done) => progress.update(done),
    }).finally(() => progress.end());
    const answers = said.map((_, at) => said[at - (at % order.length) + order[at % order.length]]);
    return distilledTargets(answers, labels, classes.length, { share, temperature });
  };
}
