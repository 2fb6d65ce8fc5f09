import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';

/** The gradients of a batch normalisation. */
export function batchNormBackward(memory: MemoryViews): KernelFunction {
  return (
    _workspace,
    input,
    outputGradient,
    inputGradient,
    rows,
    columns,
    mean,
    variance,
    gamma,
    epsilon,
    ofBatch,
    gammaGradient,
    betaGradient,
  ) => {
    const { reals, realShift } = memory;
    const at = (pointer: number, place: number): number => (pointer >>> realShift) + place;
    for (let c = 0; c < columns; c++) {
      const middle = reals[at(mean, c)];
      const root = 1 / Math.sqrt(reals[at(variance, c)] + epsilon);
      const factor = reals[at(gamma, c)] * root;
      let pull = 0;
      let turn = 0;
      for (let place = c; place < rows * columns; place += columns) {
        const up = reals[at(outputGradient, place)];
        pull += up;
        turn += up * (reals[at(input, place)] - middle) * root;
      }
      reals[at(gammaGradient, c)] += turn;
      reals[at(betaGradient, c)] += pull;
      if (!inputGradient) continue;
      const share = ofBatch ? 1 / rows : 0;
      for (let place = c; place < rows * columns; place += columns) {
        const normal = (reals[at(input, place)] - middle) * root;
        const own = reals[at(outputGradient, place)] - share * (pull + normal * turn);
        reals[at(inputGradient, place)] = factor * own;
      }
    }
  };
}
