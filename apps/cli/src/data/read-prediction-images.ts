import { type FittedSize, type ImageSet, resizeImageSet } from '@sig/image-paths';
import { decodeItems, readMnist, type SkippedFile } from '@sig/image-paths/node';
import { CommandError } from '../errors.js';
import type { Progress } from '../output/progress.js';
import { pickImages } from './pick-images.js';
import type { PredictionInput } from './prediction-inputs.js';

export interface PredictionImages {
  /** Their labels are places in the list of inputs. */
  readonly sets: readonly ImageSet[];
  readonly skipped: readonly (SkippedFile & { readonly named: boolean })[];
}

/** Reads the images to predict, at one size. */
export async function readPredictionImages(
  inputs: readonly PredictionInput[],
  size: FittedSize,
  { strict, progress }: { strict?: boolean; progress: Progress },
): Promise<PredictionImages> {
  const sets: ImageSet[] = [];
  const files = inputs.flatMap(({ source }, label) =>
    'file' in source ? [{ file: source.file, label }] : [],
  );
  const digits = inputs.flatMap(({ source }, label) =>
    'digit' in source ? [{ digit: source.digit, label }] : [],
  );
  let skipped: PredictionImages['skipped'] = [];
  if (files.length > 0) {
    progress.begin('reading images', files.length);
    const decoded = await decodeItems(files, {
      ...size,
      strict,
      onProgress: ({ done }) => progress.update(done),
    }).finally(() => progress.end());
    sets.push(decoded);
    const named = new Set(inputs.filter((input) => input.named).map((input) => input.name));
    skipped = decoded.skipped.map((skip) => ({ ...skip, named: named.has(skip.file) }));
  }
  if (digits.length > 0) sets.push(resizeImageSet(await readDigits(digits), size));
  return { sets, skipped };
}

async function readDigits(digits: readonly { digit: number; label: number }[]): Promise<ImageSet> {
  const { test } = await readMnist();
  const missing = digits.find(({ digit }) => digit >= test.count);
  if (missing !== undefined) {
    throw new CommandError(
      `mnist:${missing.digit} is not there; test digits are 0 to ${test.count - 1}`,
    );
  }
  const labels = Int32Array.from(digits, ({ label }) => label);
  const places = digits.map(({ digit }) => digit);
  return { ...pickImages(test, places), labels };
}
