import { predictedClasses } from '../metrics/predicted-classes.js';

/** How many samples have their highest probability at their label. */
export function countCorrect(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: number,
): number {
  let correct = 0;
  for (const [sample, predicted] of predictedClasses(probabilities, classes).entries()) {
    if (predicted === labels[sample]) correct++;
  }
  return correct;
}
