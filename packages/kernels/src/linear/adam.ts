import type { KernelCall } from '../kernel-module.js';

export interface AdamOptions {
  weights: number;
  gradients: number;
  /** The first moments, updated. */
  first: number;
  /** The second moments, updated. */
  second: number;
  /** Reals, a multiple of 4. */
  count: number;
  learningRate: number;
  beta1: number;
  beta2: number;
  epsilon: number;
  weightDecay: number;
  /** From 1. */
  step: number;
}

/**
 * One step of Adam (Kingma and Ba 2015, algorithm 1) with decoupled weight decay (Loshchilov and
 * Hutter 2019).
 */
export function adam(options: AdamOptions): KernelCall {
  const {
    weights,
    gradients,
    first,
    second,
    count,
    learningRate,
    beta1,
    beta2,
    epsilon,
    weightDecay,
    step,
  } = options;
  return [
    'adam',
    weights,
    gradients,
    first,
    second,
    count,
    learningRate,
    beta1,
    beta2,
    epsilon,
    weightDecay,
    1 - beta1 ** step,
    1 - beta2 ** step,
  ];
}
