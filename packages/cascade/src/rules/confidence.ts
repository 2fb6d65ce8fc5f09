import type { ExitRule } from './exit-rule.js';

/** How sure a stage is of each image, and of which class. */
export interface Confidence {
  readonly confidence: Float64Array;
  /** The most probable class, the first of equals. */
  readonly predicted: Int32Array;
}

/**
 * Confidences by a rule, from probabilities [count, classes].
 *
 * @param before what the stage before it named, for `agreement`.
 */
export function confidenceOf(
  probabilities: Float32Array | Float64Array,
  classes: number,
  rule: ExitRule,
  before?: Int32Array,
): Confidence {
  const count = probabilities.length / classes;
  const confidence = new Float64Array(count);
  const predicted = new Int32Array(count);
  for (let image = 0; image < count; image++) {
    const row = image * classes;
    let best = 0;
    let second = -1;
    for (let j = 1; j < classes; j++) {
      if (probabilities[row + j] > probabilities[row + best]) {
        second = best;
        best = j;
      } else if (second < 0 || probabilities[row + j] > probabilities[row + second]) second = j;
    }
    predicted[image] = best;
    const highest = probabilities[row + best];
    let sure: number = highest;
    if (rule === 'margin') sure = highest - probabilities[row + second];
    else if (rule === 'entropy') sure = 1 - entropy(probabilities, row, classes);
    else if (rule === 'agreement' && before !== undefined && before[image] !== best) sure = 0;
    confidence[image] = Math.min(1, Math.max(0, sure));
  }
  return { confidence, predicted };
}

/** H / log(classes), from 0 to 1. */
function entropy(probabilities: ArrayLike<number>, row: number, classes: number): number {
  let sum = 0;
  for (let at = row; at < row + classes; at++) {
    const p = probabilities[at];
    if (p > 0) sum -= p * Math.log(p);
  }
  return sum / Math.log(classes);
}
