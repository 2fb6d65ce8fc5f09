import type { KernelCall } from '../kernel-module.js';

export interface SoftmaxLossOptions {
  /** [count, classes] */
  logits: number;
  /** [count, classes], overwritten. */
  probabilities: number;
  count: number;
  classes: number;
  /** int32 [count]; 0 for probabilities alone. */
  labels?: number;
  /** int32 [count], second labels of mixed samples; 0 for none. */
  otherLabels?: number;
  /** [count], how much of each target its second label is, from 0 to 1. */
  otherShares?: number;
  /** [count, classes], each row summing to one: the targets in place of the labels' one-hot vectors, and not with `otherLabels`; 0 for none. */
  targets?: number;
  /** [classes]; 0 for ones. */
  classWeights?: number;
  /** [count, classes], overwritten with `scale` times the gradient of the sum; 0 for none. */
  gradient?: number;
  /** One real, to which the sum of the losses is added. */
  loss?: number;
  /** 0 is the cross-entropy. */
  gamma?: number;
  smoothing?: number;
  /** 1 / batch for the gradient of the mean. */
  scale?: number;
}

/**
 * Softmax, and with labels the cross-entropy or focal loss (Lin et al. 2017, equation 5) of each
 * sample and its gradient: -w_y (1 - p_y)^gamma Σ_j q_j ln p_j, where q is the label's one-hot
 * vector, or the sample's row of `targets`, with a share `smoothing` of it spread over all classes.
 * Targets that another network gave are knowledge distillation (Hinton, Vinyals and Dean 2015,
 * "Distilling the knowledge in a neural network").
 *
 * With `otherLabels` it is the mean of the losses of both labels, the second one weighted by its share,
 * the first one by the rest (Zhang et al. 2018, "mixup"); for the cross-entropy that is the loss of the
 * mixed targets.
 */
export function softmaxLoss(options: SoftmaxLossOptions): KernelCall {
  const { logits, probabilities, count, classes } = options;
  const {
    labels = 0,
    otherLabels = 0,
    otherShares = 0,
    targets = 0,
    classWeights = 0,
    gradient = 0,
    loss = 0,
    gamma = 0,
    smoothing = 0,
    scale = 0,
  } = options;
  return [
    'softmaxLoss',
    logits,
    labels,
    otherLabels,
    otherShares,
    targets,
    classWeights,
    probabilities,
    gradient,
    loss,
    count,
    classes,
    gamma,
    smoothing,
    scale,
  ];
}
