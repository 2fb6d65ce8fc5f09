import { findDuplicates } from '@sig/image-paths';
import type { ReadImages } from './image-source.js';

/** Images with the same pixels, by their names. */
export type Duplicates = readonly string[];

/** Images that are where they spoil a training or its figures. */
export interface DuplicateImages {
  /** Each an image of the test part and those of the train part that are the same. */
  readonly trainAndTest: readonly Duplicates[];
  /** Each the same image in several classes of the train part. */
  readonly acrossClasses: readonly Duplicates[];
}

/** Compares images as the model will see them. */
export function duplicateImages(train: ReadImages, test?: ReadImages): DuplicateImages {
  const parts = test === undefined ? [train] : [train, test];
  const trainAndTest: Duplicates[] = [];
  const acrossClasses: Duplicates[] = [];
  for (const group of findDuplicates(parts.map(({ images }) => images))) {
    const names = group.map(({ set, index }) => parts[set].names[index]);
    // Groups are in the order of the parts.
    const trained = group.filter(({ set }) => set === 0);
    const classes = new Set(trained.map(({ index }) => train.images.labels[index]));
    if (classes.size > 1) acrossClasses.push(names.slice(0, trained.length));
    if (trained.length > 0) {
      for (const name of names.slice(trained.length)) {
        trainAndTest.push([name, ...names.slice(0, trained.length)]);
      }
    }
  }
  return { trainAndTest, acrossClasses };
}
