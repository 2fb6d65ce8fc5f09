/** Less than this is taken for this: float32 has no smaller normal number. */
const LEAST = 2 ** -126;

/** log p, finite where p is 0. */
export function logOf(p: number): number {
  return Math.log(Math.max(p, LEAST));
}

/**
 * Probabilities [count, classes] at another temperature: softmax(log p / T). Above 1 they are less sure,
 * below 1 surer; at 1 they come back as they are.
 *
 * @example
 * soften(Float64Array.of(0.8, 0.2), 2, 2); // [2/3, 1/3]
 */
export function soften(
  probabilities: Float32Array | Float64Array,
  classes: number,
  temperature: number,
): Float32Array | Float64Array {
  if (temperature === 1) return probabilities;
  const softened = new Float64Array(probabilities.length);
  for (let row = 0; row < probabilities.length; row += classes) {
    let highest = 0;
    for (let at = row; at < row + classes; at++) highest = Math.max(highest, probabilities[at]);
    const top = logOf(highest);
    let sum = 0;
    for (let at = row; at < row + classes; at++) {
      softened[at] = Math.exp((logOf(probabilities[at]) - top) / temperature);
      sum += softened[at];
    }
    for (let at = row; at < row + classes; at++) softened[at] /= sum;
  }
  return softened;
}
