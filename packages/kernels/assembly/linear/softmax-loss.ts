import { exponential, logarithm } from './exponential';

// Below this, 1 - p is 0 for every purpose of the focal loss, and still has a logarithm.
const TINY: f32 = 1e-30;

/**
 * Probabilities, the sum of the samples' losses (added to `loss`) and scale · the gradient with
 * respect to the logits. Without labels only the probabilities.
 *
 * The loss of a sample of class y is -w_y (1 - p_y)^gamma Σ_j q_j ln p_j, with the target
 * q = (1 - smoothing) · t + smoothing / classes, where t is the sample's row of `targets`, or onehot(y)
 * where there are none. With a second label, and no targets, it is the mean of the losses of both,
 * weighted by that label's share.
 */
export function softmaxLoss(
  workspace: usize,
  logits: usize,
  labels: usize,
  otherLabels: usize,
  otherShares: usize,
  targets: usize,
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
  const turns = otherLabels ? 2 : 1;
  const apart = targets ? one : smoothing;
  let total: f32 = 0;
  for (let sample = 0; sample < count; sample++) {
    let peak = load<f32>(logits);
    for (let j: usize = 4; j < row; j += 4) peak = max(peak, load<f32>(logits + j));
    let sum: f32 = 0;
    let shifted: f32 = 0;
    let told: f32 = 0;
    for (let j: usize = 0; j < row; j += 4) {
      const z = load<f32>(logits + j) - peak;
      const e = exponential(z);
      store<f32>(probabilities + j, e);
      sum += e;
      shifted += z;
      // Targets sum to one, so that what is subtracted from every z need not be by now.
      if (targets) told += load<f32>(targets + j) * z;
    }
    for (let j: usize = 0; j < row; j += 4) {
      store<f32>(probabilities + j, load<f32>(probabilities + j) / sum);
    }
    if (labels) {
      const normal = logarithm(sum);
      const even = share * (shifted - <f32>classes * normal);
      // A mixed sample pays for its own label and then for the other one.
      const other = otherLabels ? load<f32>(otherShares) : 0;
      for (let turn = 0; turn < turns; turn++) {
        const own = (<usize>load<i32>(turn ? otherLabels : labels)) << 2;
        const part = turn ? other : one - other;
        const weight = classWeights ? part * load<f32>(classWeights + own) : part;
        if (!targets) told = load<f32>(logits + own) - peak;
        const target = (one - smoothing) * (told - normal) + even;
        // 1 - p summed from the other classes keeps its digits where p is nearly 1.
        let others: f32 = 0;
        for (let j: usize = 0; j < row; j += 4) {
          if (j != own) others += load<f32>(probabilities + j);
        }
        let focus: f32 = 1;
        let slope: f32 = 0;
        if (gamma != 0) {
          const base = max(others, TINY);
          focus = exponential(gamma * logarithm(base));
          slope = ((gamma * focus) / base) * load<f32>(probabilities + own) * target;
        }
        total -= weight * focus * target;
        if (gradient) {
          for (let j: usize = 0; j < row; j += 4) {
            const hit = j == own;
            const pull = hit ? others : -load<f32>(probabilities + j);
            // q less the one-hot vector of the label.
            let spread = share - (hit ? apart : 0);
            if (targets) spread += (one - smoothing) * load<f32>(targets + j);
            const slant = -scale * weight * (focus * (pull + spread) - slope * pull);
            store<f32>(gradient + j, turn ? load<f32>(gradient + j) + slant : slant);
          }
        }
      }
      if (gradient) gradient += row;
      labels += 4;
      if (targets) targets += row;
      if (otherLabels) {
        otherLabels += 4;
        otherShares += 4;
      }
    }
    logits += row;
    probabilities += row;
  }
  if (labels) store<f32>(loss, load<f32>(loss) + total);
}
