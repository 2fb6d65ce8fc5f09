/** What a model says about an image. */
export interface Prediction {
  /** The most likely label, and how likely it is. */
  label: string;
  probability: number;
  /** One for each label, in the order of the model's labels; they add up to 1. */
  readonly probabilities: Float32Array;
  readonly labels: readonly string[];
}

/** Makes a prediction of logits: their softmax. */
export function predictFrom(logits: Float32Array, at: number, prediction: Prediction): void {
  const { probabilities, labels } = prediction;
  let best = 0;
  for (let k = 1; k < labels.length; k++) if (logits[at + k] > logits[at + best]) best = k;
  let sum = 0;
  for (let k = 0; k < labels.length; k++) sum += Math.exp(logits[at + k] - logits[at + best]);
  for (let k = 0; k < labels.length; k++) {
    probabilities[k] = Math.exp(logits[at + k] - logits[at + best]) / sum;
  }
  prediction.label = labels[best];
  prediction.probability = probabilities[best];
}
