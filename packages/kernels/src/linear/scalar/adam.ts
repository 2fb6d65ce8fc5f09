import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';

/** One step of Adam with decoupled weight decay. */
export function adam(memory: MemoryViews): KernelFunction {
  return (
    _workspace,
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
    correction1,
    correction2,
  ) => {
    const { reals, realShift } = memory;
    const w = weights >>> realShift;
    const g = gradients >>> realShift;
    const m = first >>> realShift;
    const v = second >>> realShift;
    for (let i = 0; i < count; i++) {
      const gradient = reals[g + i];
      const mean = beta1 * reals[m + i] + (1 - beta1) * gradient;
      const square = beta2 * reals[v + i] + (1 - beta2) * gradient * gradient;
      reals[m + i] = mean;
      reals[v + i] = square;
      const step = mean / correction1 / (Math.sqrt(square / correction2) + epsilon);
      reals[w + i] -= learningRate * (weightDecay * reals[w + i] + step);
    }
  };
}
