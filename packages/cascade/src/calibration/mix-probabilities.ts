import { isOwnMix } from './own-mix.js';
import { logOf, soften } from './soften.js';

/**
 * What several stages said of the same images as one answer, [count, classes]: their logarithmic opinion pool
 * softmax(Σ_j m_j log p_j / T) (Genest and Zidek 1986, "Combining probability distributions: a critique and an
 * annotated bibliography", section 3).
 *
 * @param said [count, classes] of each stage.
 * @param mix m_j: the share that each stage has in the answer; they sum to 1. Where the last has all of it, its
 * probabilities come back at the temperature (`soften`).
 * @param temperature T: above 1 the answer is less sure, below 1 surer.
 *
 * @example
 * mixProbabilities([Float64Array.of(0.8, 0.2), Float64Array.of(0.5, 0.5)], 2, [0.5, 0.5], 1); // [2/3, 1/3]
 */
export function mixProbabilities(
  said: readonly (Float32Array | Float64Array)[],
  classes: number,
  mix: readonly number[],
  temperature: number,
): Float32Array | Float64Array {
  const last = said[said.length - 1];
  if (isOwnMix(mix)) return soften(last, classes, temperature);
  const mixed = new Float64Array(last.length);
  for (const [stage, probabilities] of said.entries()) {
    const weight = mix[stage] / temperature;
    if (weight === 0) continue;
    for (let at = 0; at < mixed.length; at++) mixed[at] += weight * logOf(probabilities[at]);
  }
  for (let row = 0; row < mixed.length; row += classes) {
    let top = mixed[row];
    for (let at = row + 1; at < row + classes; at++) top = Math.max(top, mixed[at]);
    let sum = 0;
    for (let at = row; at < row + classes; at++) {
      mixed[at] = Math.exp(mixed[at] - top);
      sum += mixed[at];
    }
    for (let at = row; at < row + classes; at++) mixed[at] /= sum;
  }
  return mixed;
}
