import { requireInteger } from '../arguments/require-integer.js';
import { checkRecordings } from '../recordings/check-recordings.js';
import { pickRecording } from '../recordings/pick-recording.js';
import type { Recording } from '../recordings/recording.js';
import { answersOf } from './answers-of.js';
import { fitCalibration } from './fit-calibration.js';
import { logOf } from './soften.js';

export interface MixingGainOptions {
  /** Parts that the images of each class are dealt into (5). */
  readonly folds?: number;
}

/** What mixing does to answers about images that it was not fitted on. */
export interface MixingGain {
  /** The mean of −log p of the right class over images and all stages but the first, each by itself. */
  readonly own: number;
  /** The same, mixed with earlier stages. */
  readonly mixed: number;
  /** Whether it is lower by more than two standard errors of the difference. */
  readonly helps: boolean;
}

/**
 * Whether answers are better mixed with those of earlier stages, by cross-validation: each part of the images
 * is judged by temperatures and mixes that were fitted on the others.
 *
 * @throws RangeError when the recordings are of other images or classes.
 *
 * @example
 * const { helps } = mixingGain(recordings);
 * const calibration = fitCalibration(recordings, { mix: helps });
 */
export function mixingGain(
  recordings: readonly Recording[],
  { folds = 5 }: MixingGainOptions = {},
): MixingGain {
  checkRecordings(recordings);
  requireInteger('folds', folds, 2);
  const [{ labels, classes }] = recordings;
  const dealt = classes.map(() => 0);
  const foldOf = labels.map((label) => dealt[label]++ % folds);
  const own = new Float64Array(labels.length);
  const mixed = new Float64Array(labels.length);
  for (let fold = 0; fold < folds; fold++) {
    const [inside, outside] = [true, false].map((wanted) =>
      Int32Array.from(foldOf.keys()).filter((image) => (foldOf[image] === fold) === wanted),
    );
    if (inside.length === 0 || outside.length === 0) continue;
    const others = recordings.map((recording) => pickRecording(recording, outside));
    const judged = recordings.map((recording) => pickRecording(recording, inside));
    for (const [mix, losses] of [
      [false, own],
      [true, mixed],
    ] as const) {
      const { temperatures, mixes } = fitCalibration(others, { mix });
      for (const answer of answersOf(judged, temperatures, mixes).slice(1)) {
        inside.forEach((image, at) => {
          losses[image] -= logOf(answer[at * classes.length + labels[image]]);
        });
      }
    }
  }
  const terms = labels.length * Math.max(1, recordings.length - 1);
  const gains = own.map((loss, image) => loss - mixed[image]);
  const gain = sum(gains) / gains.length;
  const spread = Math.sqrt(sum(gains.map((one) => (one - gain) ** 2))) / gains.length;
  return { own: sum(own) / terms, mixed: sum(mixed) / terms, helps: gain > 2 * spread };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
