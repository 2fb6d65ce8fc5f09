import type { FeatureRecipe, ImageSet } from '@sig/image-paths';
import type { SkippedFile } from '@sig/image-paths/node';
import type { ImageSource } from '../data/image-source.js';
import { pickImages } from '../data/pick-images.js';
import { readPart } from '../data/read-part.js';
import { CommandError } from '../errors.js';
import { recipeSize } from '../model/recipe-size.js';
import type { EvolveCommandOptions } from '../options/evolve-options.js';
import { formatCount } from '../output/format.js';
import type { Progress } from '../output/progress.js';
import { describeSkipped } from '../output/skipped-files.js';

export interface EvolutionImages {
  readonly train: ImageSet;
  /** Where the source has test images. */
  readonly test?: ImageSet;
  readonly skipped: readonly SkippedFile[];
}

/** Of MNIST, as it was published. */
const FIRST = { train: 4000, test: 1000 } as const;

/** Reads the references and the images to test on. */
export async function readEvolutionImages(
  source: ImageSource,
  recipe: FeatureRecipe,
  options: EvolveCommandOptions,
  { progress, signal }: { progress: Progress; signal: AbortSignal },
): Promise<EvolutionImages> {
  const { seed, strict } = options;
  const skipped: SkippedFile[] = [...source.skipped];
  const read = async (part: 'train' | 'test', wanted: number | undefined): Promise<ImageSet> => {
    const limit = wanted ?? (source.kind === 'mnist' ? FIRST[part] : undefined);
    const size = recipeSize(recipe);
    // The first digits are what others have published; of a folder the first are of one class.
    const chosen = source.kind === 'mnist' ? {} : { limit, seed };
    const found = await readPart(source, part, { ...size, ...chosen, strict, progress, signal });
    skipped.push(...found.skipped);
    if (source.kind !== 'mnist' || limit === undefined || limit >= found.images.count) {
      return found.images;
    }
    progress.note(`${part}: the first ${formatCount(limit)} of them`);
    return first(found.images, limit);
  };
  const train = await read('train', options.trainCount);
  if (new Set(train.labels).size < 2) {
    throw new CommandError(
      `the reference set must have at least two classes, got ${train.count} images of one; give a larger --train-count`,
    );
  }
  const test = source.testCount > 0 ? await read('test', options.testCount) : undefined;
  for (const line of describeSkipped(skipped)) progress.note(line);
  return { train, test, skipped };
}

function first(images: ImageSet, count: number): ImageSet {
  return pickImages(
    images,
    Array.from({ length: count }, (_, index) => index),
  );
}
