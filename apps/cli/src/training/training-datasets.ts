import { type Dataset, stratifiedSplit } from '@sig/heads';
import { createCopies, type ImageSet } from '@sig/image-paths';
import { imageDataset } from '../data/image-dataset.js';
import type { TrainSettings } from '../options/train-settings.js';

export interface TrainingDatasets {
  readonly dataset: Dataset;
  /** As `fit` takes it: a share of the dataset, or the images set aside. */
  readonly validation: Dataset | number;
}

/** The images to train on, with their copies and targets, and those kept aside for validation. */
export function trainingDatasets(
  images: ImageSet,
  classes: readonly string[],
  {
    augment,
    copies: specs,
    validation,
    seed,
  }: Pick<TrainSettings, 'augment' | 'copies' | 'validation' | 'seed'>,
  targets?: Float32Array,
): TrainingDatasets {
  if (specs.length === 0) {
    return { dataset: imageDataset(images, classes, { augment, targets }), validation };
  }
  const copies = createCopies(specs, { seed });
  if (validation === 0) {
    return { dataset: imageDataset(images, classes, { augment, copies, targets }), validation };
  }
  // Split before copying: a mirrored copy of a validation image would tell what that image is.
  const split = stratifiedSplit(images.labels, validation, seed);
  return {
    dataset: imageDataset(images, classes, { augment, copies, targets, chosen: split.training }),
    validation: imageDataset(images, classes, { chosen: split.validation }),
  };
}
