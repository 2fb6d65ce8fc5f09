import type { OwnLayer } from '../own-layer.js';

/** The hyperbolic tangent of each value, 1 − 2 / (e^2x + 1). */
export const tanh: OwnLayer = ({ inputShape }) => {
  const size = inputShape.reduce((product, extent) => product * extent, 1);
  return {
    outputShape: inputShape,
    run(memory, from, to) {
      for (let i = 0; i < size; i++) memory[to + i] = 1 - 2 / (Math.exp(2 * memory[from + i]) + 1);
    },
  };
};
