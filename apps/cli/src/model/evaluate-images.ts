import { type Network, predict } from '@sig/heads';
import { type Evaluation, evaluate } from '@sig/heads/metrics';
import type { ImageSet } from '@sig/image-paths';
import { imageDataset } from '../data/image-dataset.js';
import type { Progress } from '../output/progress.js';

export interface EvaluateImagesOptions {
  readonly threads: number;
  /** The positive class of two. */
  readonly positive?: string;
  readonly progress: Progress;
  readonly signal?: AbortSignal;
}

export interface TimedEvaluation extends Evaluation {
  readonly seconds: number;
  readonly imagesPerSecond: number;
}

/** Every figure of a network on labelled images, and how long it took. */
export async function evaluateImages(
  network: Network,
  images: ImageSet,
  classes: readonly string[],
  { threads, positive, progress, signal }: EvaluateImagesOptions,
): Promise<TimedEvaluation> {
  const dataset = imageDataset(images, classes);
  const start = performance.now();
  progress.begin('evaluating', images.count);
  const probabilities = await predict(network, dataset, {
    threads,
    signal,
    onBatch: (done) => progress.update(done),
  }).finally(() => progress.end());
  const seconds = (performance.now() - start) / 1000;
  const evaluation = evaluate(probabilities, images.labels, classes, { positive });
  return { ...evaluation, seconds, imagesPerSecond: images.count / seconds };
}
