import type { FeatureRecipe, ImageSet } from '@sig/image-paths';
import type { SkippedFile } from '@sig/image-paths/node';
import { type ClassCount, classBalance } from '../data/class-balance.js';
import { type DuplicateImages, duplicateImages } from '../data/duplicate-images.js';
import type { ImageSource } from '../data/image-source.js';
import { readPart } from '../data/read-part.js';
import { recipeSize } from '../model/recipe-size.js';
import type { TrainSettings } from '../options/train-settings.js';
import { balanceLines, missingClassLines } from '../output/balance-lines.js';
import { duplicateLines } from '../output/duplicate-lines.js';
import type { Progress } from '../output/progress.js';
import { describeSkipped } from '../output/skipped-files.js';

export interface TrainingImages {
  readonly images: ImageSet;
  readonly names: readonly string[];
  /** Where the source has test images. */
  readonly test?: ImageSet;
  /** Of the images to train with. */
  readonly balance: readonly ClassCount[];
  readonly duplicates: DuplicateImages;
  readonly testNames: readonly string[];
  readonly skipped: readonly SkippedFile[];
  readonly seconds: number;
}

/**
 * Reads the images to train with, and those to test with: a test image that cannot be read is
 * better known before the training than after it. Says how many images each class has, and which
 * images are in more places than one.
 */
export async function readTrainingImages(
  source: ImageSource,
  recipe: FeatureRecipe,
  { limit, seed, strict, classWeights }: TrainSettings,
  { progress, signal }: { progress: Progress; signal: AbortSignal },
): Promise<TrainingImages> {
  const start = performance.now();
  const common = { ...recipeSize(recipe), strict, progress, signal };
  const train = await readPart(source, 'train', { ...common, limit, seed });
  const test = source.testCount > 0 ? await readPart(source, 'test', common) : undefined;
  const skipped = [...source.skipped, ...train.skipped, ...(test?.skipped ?? [])];
  for (const line of describeSkipped(skipped)) progress.note(line);
  const { classes } = source;
  const balance = classBalance(train.images.labels, classes);
  const lines = balanceLines(balance, { weighted: classWeights !== 'none' });
  if (test !== undefined)
    lines.push(...missingClassLines(classBalance(test.images.labels, classes)));
  const duplicates = duplicateImages(train, test);
  for (const line of [...lines, ...duplicateLines(duplicates)]) progress.note(line);
  const seconds = (performance.now() - start) / 1000;
  return {
    images: train.images,
    names: train.names,
    test: test?.images,
    testNames: test?.names ?? [],
    balance,
    duplicates,
    skipped,
    seconds,
  };
}
