/** Probabilities in float16 sum to 1 only about so well. */
const TOLERANCE = 1e-3;

/**
 * Throws a RangeError unless probabilities [count, classes] are numbers from 0 to 1 of which each row sums
 * to 1 (to 0.001).
 */
export function checkProbabilities(
  name: string,
  probabilities: ArrayLike<number>,
  classes: number,
): void {
  const { length } = probabilities;
  if (length % classes !== 0) {
    throw new RangeError(
      `probabilities of ${name} must be ${classes} numbers an image, got ${length} in all`,
    );
  }
  for (let row = 0; row < length; row += classes) {
    let sum = 0;
    for (let at = row; at < row + classes; at++) {
      const value = probabilities[at];
      if (!(value >= -TOLERANCE && value <= 1 + TOLERANCE)) {
        throw new RangeError(
          `probabilities of ${name} must be numbers from 0 to 1, got ${value} for image ${row / classes}`,
        );
      }
      sum += value;
    }
    if (!(Math.abs(sum - 1) <= TOLERANCE)) {
      const found = Number(sum.toPrecision(6));
      throw new RangeError(
        `probabilities of ${name} must sum to 1, got ${found} for image ${row / classes}; pass logits through a softmax first`,
      );
    }
  }
}
