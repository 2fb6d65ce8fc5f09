import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';

/** The gradients of a batch normalisation and of the ReLU in it. */
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
    beta,
    epsilon,
    ofBatch,
    relu,
    gammaGradient,
    betaGradient,
  ) => {
    const { reals, realShift } = memory;
    const at = (pointer: number, place: number): number => (pointer >>> realShift) + place;
    for (let c = 0; c < columns; c++) {
      const middle = reals[at(mean, c)];
      const deviation = Math.sqrt(reals[at(variance, c)] + epsilon);
      const factor = reals[at(gamma, c)] / deviation;
      // The gradient that comes through the ReLU.
      const upstream = (place: number): number => {
        const value = factor * (reals[at(input, place)] - middle) + reals[at(beta, c)];
        return !relu || value > 0 ? reals[at(outputGradient, place)] : 0;
      };
      let pull = 0;
      let turn = 0;
      for (let place = c; place < rows * columns; place += columns) {
        const up = upstream(place);
        pull += up;
        turn += (up * (reals[at(input, place)] - middle)) / deviation;
      }
      reals[at(gammaGradient, c)] += turn;
      reals[at(betaGradient, c)] += pull;
      if (!inputGradient) continue;
      const share = ofBatch ? 1 / rows : 0;
      for (let place = c; place < rows * columns; place += columns) {
        const normal = (reals[at(input, place)] - middle) / deviation;
        const own = upstream(place) - share * (pull + normal * turn);
        reals[at(inputGradient, place)] = factor * own;
      }
    }
  };
}
