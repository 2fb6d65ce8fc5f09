import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';

/** Each column less its mean over its deviation, times gamma plus beta, then max(0, ·) if asked. */
export function batchNorm(memory: MemoryViews): KernelFunction {
  return (
    _workspace,
    input,
    output,
    rows,
    columns,
    mean,
    variance,
    gamma,
    beta,
    epsilon,
    scale,
    relu,
  ) => {
    const { reals, realShift } = memory;
    const at = (pointer: number, place: number): number => (pointer >>> realShift) + place;
    for (let c = 0; c < columns; c++) {
      const deviation = Math.sqrt(reals[at(variance, c)] + epsilon);
      reals[at(scale, c)] = reals[at(gamma, c)] / deviation;
    }
    for (let place = 0; place < rows * columns; place++) {
      const c = place % columns;
      const centred = reals[at(input, place)] - reals[at(mean, c)];
      const value = centred * reals[at(scale, c)] + reals[at(beta, c)];
      reals[at(output, place)] = relu && value < 0 ? 0 : value;
    }
  };
}
