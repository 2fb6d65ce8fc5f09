import type { StateReader } from '../state/state-reader.js';
import type { Optimizer } from './adam.js';

/** Gradient descent with momentum 0.9 (Polyak 1964), the steps averaged, not summed. */
export function momentum(n: number, saved?: StateReader): Optimizer {
  const mu = 0.9;
  let velocity = saved?.reals('velocity', n) ?? new Float64Array(n);
  return {
    step(gradient, learningRate) {
      velocity = velocity.map((old, i) => mu * old + (1 - mu) * gradient[i]);
      return velocity.map((value) => learningRate * value);
    },
    state: () => ({ velocity }),
  };
}
