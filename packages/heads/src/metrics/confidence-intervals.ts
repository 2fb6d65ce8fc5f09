import { seededRandom } from '@sig/kernels/random';
import {
  type ConfidenceInterval,
  type ConfidenceOptions,
  checkLevel,
} from './confidence-interval.js';
import { countedClasses } from './counted-classes.js';
import { predictedClasses } from './predicted-classes.js';
import { rankSamples, weightedRanking } from './ranked-samples.js';
import { createStratifiedResample } from './stratified-resample.js';
import { wilsonInterval } from './wilson-interval.js';

/** How far the figures of an evaluation can be trusted. */
export interface ConfidenceIntervals {
  readonly level: number;
  /** Of the bootstrap. */
  readonly resamples: number;
  readonly accuracy: ConfidenceInterval;
  readonly f1: ConfidenceInterval;
  readonly averagePrecision: ConfidenceInterval;
  /** null where `evaluate` gives none. */
  readonly auc: ConfidenceInterval | null;
}

export interface ConfidenceIntervalsOptions extends ConfidenceOptions {
  /** Index or name of the positive class of two (the last), as for `evaluate`. */
  positive?: number | string;
  /** Bootstrap resamples, at least 1 (1,000). The time grows with samples × classes × resamples. */
  resamples?: number;
  /** Of the resamples (0). */
  seed?: number;
}

/**
 * Intervals of the figures that `evaluate` gives, from probabilities [count, classes]: Wilson's for the
 * accuracy, and for F1, average precision and AUC the percentile bootstrap (Efron and Tibshirani, "An
 * Introduction to the Bootstrap", 1993, chapter 13). Resamples are stratified: each class is drawn from
 * by itself and keeps its number of samples, since the classes of a test set are chosen, not found.
 *
 * They tell what other samples of the same kind would change, not what another training would.
 *
 * @throws RangeError where `evaluate` throws, and for a level or a number of resamples out of range.
 *
 * @example
 * const { accuracy } = confidenceIntervals(probabilities, testSet.labels, testSet.classes);
 * console.log(accuracy.low, accuracy.high);
 */
export function confidenceIntervals(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: readonly string[],
  options: ConfidenceIntervalsOptions = {},
): ConfidenceIntervals {
  const { level = 0.95, resamples = 1000, seed = 0, positive } = options;
  checkLevel(level);
  if (!Number.isSafeInteger(resamples) || resamples < 1) {
    throw new RangeError(`resamples must be an integer of at least 1, got ${resamples}`);
  }
  const width = classes.length;
  const counted = countedClasses(probabilities, labels, classes, positive);
  const predicted = predictedClasses(probabilities, width);
  const rankings = counted.map((own) =>
    rankSamples(
      Float64Array.from(labels, (_, sample) => probabilities[sample * width + own]),
      Array.from(labels, (label) => label === own),
    ),
  );
  const random = seededRandom(seed);
  const resample = createStratifiedResample(labels, width);
  const times = new Uint32Array(labels.length);
  const f1s = new Float64Array(resamples);
  const precisions = new Float64Array(resamples);
  const areas = new Float64Array(resamples);
  for (let draw = 0; draw < resamples; draw++) {
    resample(times, random);
    const f1 = weightedF1(predicted, labels, times, width);
    f1s[draw] = mean(counted, (own) => f1[own]);
    const ranked = rankings.map((ranking) => weightedRanking(ranking, times));
    // Without positives, precision is 0 as `averagePrecision` has it.
    precisions[draw] = mean(ranked, (found) => found.averagePrecision || 0);
    areas[draw] = mean(ranked, (found) => found.auc);
  }
  const hits = predicted.reduce((sum, found, at) => sum + (found === labels[at] ? 1 : 0), 0);
  return {
    level,
    resamples,
    accuracy: wilsonInterval(hits, labels.length, { level }),
    f1: percentiles(f1s, level),
    averagePrecision: percentiles(precisions, level),
    auc: areas.some(Number.isNaN) ? null : percentiles(areas, level),
  };
}

/** F1 of each class, of samples that each count several times. */
function weightedF1(
  predicted: Int32Array,
  labels: ArrayLike<number>,
  times: Uint32Array,
  classes: number,
): Float64Array {
  const hits = new Float64Array(classes);
  const calledOrThere = new Float64Array(classes);
  for (let sample = 0; sample < labels.length; sample++) {
    const weight = times[sample];
    calledOrThere[labels[sample]] += weight;
    calledOrThere[predicted[sample]] += weight;
    if (labels[sample] === predicted[sample]) hits[labels[sample]] += weight;
  }
  return hits.map((hit, own) => (calledOrThere[own] === 0 ? 0 : (2 * hit) / calledOrThere[own]));
}

/** The middle of the sorted values that holds `level` of them, between neighbours in proportion. */
function percentiles(values: Float64Array, level: number): ConfidenceInterval {
  const sorted = values.sort();
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const below = sorted[Math.floor(place)];
    return below + (place % 1) * (sorted[Math.ceil(place)] - below);
  };
  return { low: at((1 - level) / 2), high: at((1 + level) / 2) };
}

function mean<Item>(items: readonly Item[], figureOf: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + figureOf(item), 0) / items.length;
}
