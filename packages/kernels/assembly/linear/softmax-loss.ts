import { exponential, logarithm } from './exponential';

// Below this, 1 - p is 0 for every purpose of the focal loss, and still has a logarithm.
const TINY: f32 = 1e-30;

/**
 * Probabilities, the sum of the samples' losses (added to `loss`) and scale · the gradient with
 * respect to the logits. Without labels only the probabilities.
 *
 * The loss of a sample of class y is -w_y (1 - p_y)^gamma Σ_j q_j ln p_j, with the target
 * q = (1 - smoothing) · onehot(y) + smoothing / classes.
 */
export function softmaxLoss(
  workspace: usize,
  logits: usize,
  labels: usize,
  classWeights: usize,
  probabilities: usize,
  gradient: usize,
  loss: usize,
  count: i32,
  classes: i32,
  gamma: f32,
  smoothing: f32,
  scale: f32,
): void {
  const row = (<usize>classes) << 2;
  const share = smoothing / <f32>classes;
  const one: f32 = 1;
  let total: f32 = 0;
  for (let sample = 0; sample < count; sample++) {
    let peak = load<f32>(logits);
    for (let j: usize = 4; j < row; j += 4) peak = max(peak, load<f32>(logits + j));
    let sum: f32 = 0;
    let shifted: f32 = 0;
    for (let j: usize = 0; j < row; j += 4) {
      const z = load<f32>(logits + j) - peak;
      const e = exponential(z);
      store<f32>(probabilities + j, e);
      sum += e;
      shifted += z;
    }
    for (let j: usize = 0; j < row; j += 4) {
      store<f32>(probabilities + j, load<f32>(probabilities + j) / sum);
    }
    if (labels) {
      const label = load<i32>(labels);
      const own = (<usize>label) << 2;
      const weight = classWeights ? load<f32>(classWeights + own) : one;
      const normal = logarithm(sum);
      const target =
        (one - smoothing) * (load<f32>(logits + own) - peak - normal) +
        share * (shifted - <f32>classes * normal);
      // 1 - p summed from the other classes keeps its digits where p is nearly 1.
      let others: f32 = 0;
      for (let j: usize = 0; j < row; j += 4) {
        if (j != own) others += load<f32>(probabilities + j);
      }
      let focus: f32 = 1;
      let slope: f32 = 0;
      if (gamma != 0) {
        const base = logarithm(max(others, TINY));
        focus = exponential(gamma * base);
        slope = gamma * exponential((gamma - 1) * base) * load<f32>(probabilities + own) * target;
      }
      total -= weight * focus * target;
      if (gradient) {
        for (let j: usize = 0; j < row; j += 4) {
          const hit = j == own;
          const pull = hit ? others : -load<f32>(probabilities + j);
          const spread = share - (hit ? smoothing : 0);
          store<f32>(gradient + j, -scale * weight * (focus * (pull + spread) - slope * pull));
        }
        gradient += row;
      }
      labels += 4;
    }
    logits += row;
    probabilities += row;
  }
  if (labels) store<f32>(loss, load<f32>(loss) + total);
}
