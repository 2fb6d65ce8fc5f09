import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';
import { rowMoments } from './row-moments.js';

/** The gradients of a layer normalisation. */
export function layerNormBackward(memory: MemoryViews): KernelFunction {
  return (
    _workspace,
    input,
    outputGradient,
    inputGradient,
    rows,
    columns,
    gamma,
    epsilon,
    gammaGradient,
    betaGradient,
  ) => {
    const { reals, realShift } = memory;
    const g = gamma >>> realShift;
    for (let row = 0; row < rows; row++) {
      const from = (input >>> realShift) + row * columns;
      const up = (outputGradient >>> realShift) + row * columns;
      const to = (inputGradient >>> realShift) + row * columns;
      const { mean, variance } = rowMoments(reals, from, columns);
      const scale = 1 / Math.sqrt(variance + epsilon);
      let pull = 0;
      let turn = 0;
      for (let j = 0; j < columns; j++) {
        const normal = (reals[from + j] - mean) * scale;
        reals[(gammaGradient >>> realShift) + j] += reals[up + j] * normal;
        reals[(betaGradient >>> realShift) + j] += reals[up + j];
        pull += (reals[up + j] * reals[g + j]) / columns;
        turn += (reals[up + j] * reals[g + j] * normal) / columns;
      }
      if (!inputGradient) continue;
      for (let j = 0; j < columns; j++) {
        const normal = (reals[from + j] - mean) * scale;
        reals[to + j] = scale * (reals[up + j] * reals[g + j] - pull - normal * turn);
      }
    }
  };
}
