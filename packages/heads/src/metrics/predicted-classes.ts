/**
 * The class of the highest probability of each sample, the first of equals.
 *
 * @throws RangeError when the probabilities are not a whole number of samples.
 *
 * @example
 * predictedClasses([0.2, 0.8, 0.7, 0.3], 2); // Int32Array [1, 0]
 */
export function predictedClasses(probabilities: ArrayLike<number>, classes: number): Int32Array {
  if (!Number.isInteger(classes) || classes < 1 || probabilities.length % classes !== 0) {
    throw new RangeError(
      `probabilities must be a multiple of ${classes} numbers, got ${probabilities.length}`,
    );
  }
  return Int32Array.from({ length: probabilities.length / classes }, (_, sample) => {
    const row = sample * classes;
    let best = 0;
    for (let j = 1; j < classes; j++) {
      if (probabilities[row + j] > probabilities[row + best]) best = j;
    }
    return best;
  });
}
