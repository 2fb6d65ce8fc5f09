import { rocCurve } from '@sig/heads';

/** At most so many points are kept: what a plot shows. */
const POINTS = 100;

/**
 * The ROC curve of the second of two classes, from probabilities [count, 2]: its corners, thinned to a
 * hundred points, each rounded to four digits.
 */
export function thinRocCurve(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
): [number, number][] {
  const scores = Float64Array.from(labels, (_, sample) => probabilities[2 * sample + 1]);
  const positives = Array.from(labels, (label) => label === 1);
  const { falsePositiveRate, truePositiveRate } = rocCurve(scores, positives);
  const points = falsePositiveRate.map((rate, at): [number, number] => [
    round(rate),
    round(truePositiveRate[at]),
  ]);
  const corners = points.filter((point, at) => {
    const [before, after] = [points[at - 1], points[at + 1]];
    if (before === undefined || after === undefined) return true;
    const across = before[0] === point[0] && point[0] === after[0];
    return !(across || (before[1] === point[1] && point[1] === after[1]));
  });
  const step = Math.max(1, (corners.length - 1) / (POINTS - 1));
  const kept = Math.min(POINTS, corners.length);
  return Array.from({ length: kept }, (_, at) => corners[Math.round(at * step)]);
}

function round(rate: number): number {
  return Math.round(rate * 1e4) / 1e4;
}
