import {
  type CostMeasure,
  largestResolution,
  measureStages,
  type Recording,
  recordStages,
  type Stage,
} from '@sig/cascade';
import type { ImageSet } from '@sig/image-paths';
import type { SkippedFile } from '@sig/image-paths/node';
import type { ImageSource } from '../data/image-source.js';
import { readPart } from '../data/read-part.js';
import { relabel } from '../data/relabel.js';
import type { Progress } from '../output/progress.js';
import { describeSkipped } from '../output/skipped-files.js';

export interface RecordImagesOptions {
  /** What the images are called. */
  readonly name: string;
  readonly places?: readonly number[];
  readonly strict?: boolean;
  readonly measure: CostMeasure;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** What stages said about images of a source. */
export interface RecordedImages {
  readonly recordings: readonly Recording[];
  /** At the largest size of a stage. */
  readonly images: ImageSet;
  readonly skipped: readonly SkippedFile[];
}

/** Threads for stages: one where they are timed, as starting others takes longer than an image. */
export function threadsFor({
  threads,
  cost,
}: {
  readonly threads: number;
  readonly cost: CostMeasure;
}): number {
  return cost === 'milliseconds' ? 1 : threads;
}

/** Images that each stage is timed on, one by one. */
const TURNS = 50;

/** Lets every stage look at every image; each is decoded once, at the largest size. */
export async function recordImages(
  stages: readonly Stage[],
  source: ImageSource,
  data: string,
  part: 'train' | 'test',
  { name, places, strict, measure, progress, signal }: RecordImagesOptions,
): Promise<RecordedImages> {
  const order = relabel(source.classes, stages[0].classes, data);
  const size = largestResolution(stages);
  const read = await readPart(source, part, { ...size, places, name, strict, progress, signal });
  const skipped = [...source.skipped, ...read.skipped];
  for (const line of describeSkipped(skipped)) progress.note(line);
  const images = { ...read.images, labels: read.images.labels.map((label) => order[label]) };
  let timed = stages;
  if (measure === 'milliseconds') {
    progress.note(`measuring the time of each stage on ${TURNS} images`);
    timed = await measureStages(stages, images, { turns: TURNS });
  }
  progress.begin('asking every stage', images.count);
  const onBatch = (done: number) => progress.update(done);
  const recordings = await recordStages(timed, images, { onBatch, signal }).finally(() =>
    progress.end(),
  );
  return { recordings, images, skipped };
}
