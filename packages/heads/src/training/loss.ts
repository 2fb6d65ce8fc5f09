/** A classification loss: -w_y (1 - p_y)^gamma Σ_j q_j ln p_j; see `softmaxLoss`. */
export interface Loss {
  /** 0 is the cross-entropy. */
  readonly gamma: number;
  readonly smoothing: number;
  /** One weight a class. */
  readonly classWeights?: readonly number[];
}

/** The sum of the losses of samples from their probabilities [count, classes] and their labels. */
export function sumLoss(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: number,
  { gamma, smoothing, classWeights }: Loss,
): number {
  let sum = 0;
  for (let sample = 0; sample < labels.length; sample++) {
    const label = labels[sample];
    let target = 0;
    for (let j = 0; j < classes; j++) {
      const q = smoothing / classes + (j === label ? 1 - smoothing : 0);
      // What underflowed to 0 counts as the smallest float32.
      if (q > 0) target += q * Math.log(Math.max(probabilities[sample * classes + j], 1e-38));
    }
    const focus = (1 - probabilities[sample * classes + label]) ** gamma;
    sum -= (classWeights?.[label] ?? 1) * focus * target;
  }
  return sum;
}
