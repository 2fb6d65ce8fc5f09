import { accuracy } from './accuracy.js';
import { auc } from './auc.js';
import { averagePrecision } from './average-precision.js';
import { type ClassScores, classScores } from './class-scores.js';
import { confusionMatrix } from './confusion-matrix.js';
import { countedClasses, indexOfPositive } from './counted-classes.js';
import { predictedClasses } from './predicted-classes.js';
import { rocCurve } from './roc-curve.js';

export interface NamedClassScores extends ClassScores {
  readonly name: string;
}

/** Every figure of a classifier on one set of samples. */
export interface Evaluation {
  readonly count: number;
  readonly accuracy: number;
  /** Of the positive class where there are two, else the mean over the classes that have samples. */
  readonly f1: number;
  readonly averagePrecision: number;
  /** Area under the ROC curve; null where samples of one class alone were given. */
  readonly auc: number | null;
  /** confusion[actual][predicted] */
  readonly confusion: readonly (readonly number[])[];
  readonly perClass: readonly NamedClassScores[];
  /** The name of the positive class where there are two. */
  readonly positive?: string;
}

export interface EvaluateOptions {
  /** Index or name of the positive class of two (the last). */
  positive?: number | string;
}

/**
 * Accuracy, F1, average precision, AUC, confusion matrix and scores of each class, from
 * probabilities [count, classes].
 *
 * @throws RangeError when lengths do not match, a probability is NaN, a label is out of range, or
 * `positive` names no class.
 *
 * @example
 * evaluate(await predict(network, testSet), testSet.labels, testSet.classes).accuracy;
 */
export function evaluate(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: readonly string[],
  options: EvaluateOptions = {},
): Evaluation {
  const positive = indexOfPositive(classes, options.positive);
  const counted = countedClasses(probabilities, labels, classes, options.positive);
  const predicted = predictedClasses(probabilities, classes.length);
  const confusion = confusionMatrix(predicted, labels, classes.length);
  const scores = classScores(confusion);
  const ranked = counted.map((own) => rankOf(probabilities, labels, classes.length, own));
  const areas = ranked.map(({ area }) => area);
  return {
    count: labels.length,
    accuracy: accuracy(predicted, labels),
    f1: mean(counted.map((own) => scores[own].f1)),
    averagePrecision: mean(ranked.map(({ precision }) => precision)),
    auc: areas.some(Number.isNaN) ? null : mean(areas),
    confusion,
    perClass: scores.map((score, own) => ({ name: classes[own], ...score })),
    ...(positive === undefined ? {} : { positive: classes[positive] }),
  };
}

/** How well one class's probability ranks its samples above all others. */
function rankOf(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: number,
  own: number,
): { precision: number; area: number } {
  const scores = Float64Array.from(labels, (_, sample) => probabilities[sample * classes + own]);
  const positives = Array.from(labels, (label) => label === own);
  const { falsePositiveRate, truePositiveRate } = rocCurve(scores, positives);
  return {
    precision: averagePrecision(scores, positives),
    area: auc(falsePositiveRate, truePositiveRate),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
