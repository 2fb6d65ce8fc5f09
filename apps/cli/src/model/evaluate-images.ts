import { type Network, predict } from '@sig/heads';
import {
  type ConfidenceIntervals,
  confidenceIntervals,
  type Evaluation,
  evaluate,
} from '@sig/heads/metrics';
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
  readonly intervals: ConfidenceIntervals;
}

export interface EvaluatedImages {
  readonly evaluation: TimedEvaluation;
  /** [count, classes] */
  readonly probabilities: Float32Array;
}

/** Every figure of a network on labelled images, how sure it is, and how long it took. */
export async function evaluateImages(
  network: Network,
  images: ImageSet,
  classes: readonly string[],
  { threads, positive, progress, signal }: EvaluateImagesOptions,
): Promise<EvaluatedImages> {
  const dataset = imageDataset(images, classes);
  const start = performance.now();
  progress.begin('evaluating', images.count);
  const probabilities = await predict(network, dataset, {
    threads,
    signal,
    onBatch: (done) => progress.update(done),
  }).finally(() => progress.end());
  const seconds = (performance.now() - start) / 1000;
  const { labels, count } = images;
  const evaluation = evaluate(probabilities, labels, classes, { positive });
  const resamples = resamplesFor(probabilities.length);
  const intervals = confidenceIntervals(probabilities, labels, classes, { positive, resamples });
  return {
    evaluation: { ...evaluation, intervals, seconds, imagesPerSecond: count / seconds },
    probabilities,
  };
}

/** As many as take about two seconds, within what gives a useful interval. */
function resamplesFor(probabilities: number): number {
  return Math.min(1000, Math.max(100, Math.round(5e8 / probabilities)));
}
