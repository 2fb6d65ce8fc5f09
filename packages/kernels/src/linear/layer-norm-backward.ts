import type { KernelCall } from '../kernel-module.js';

export interface LayerNormBackwardOptions {
  /** What `layerNorm` read. */
  input: number;
  /** [rows, columns] */
  outputGradient: number;
  /** [rows, columns], overwritten; 0 where nobody asks for it. */
  inputGradient: number;
  rows: number;
  columns: number;
  /** [columns] */
  gamma: number;
  epsilon: number;
  /** [columns], added to. */
  gammaGradient: number;
  /** [columns], added to. */
  betaGradient: number;
}

/** The gradients of `layerNorm`. */
export function layerNormBackward(options: LayerNormBackwardOptions): KernelCall {
  const { input, outputGradient, inputGradient, rows, columns } = options;
  const { gamma, epsilon, gammaGradient, betaGradient } = options;
  return [
    'layerNormBackward',
    input,
    outputGradient,
    inputGradient,
    rows,
    columns,
    gamma,
    epsilon,
    gammaGradient,
    betaGradient,
  ];
}
