import { requireInteger } from '../arguments/require-integer.js';
import type { StateReader } from '../state/state-reader.js';

/** Turns gradients into steps. */
export interface Optimizer {
  /** The step to subtract for this gradient, [dimension]. */
  step(gradient: Float64Array, learningRate: number): Float64Array;
  state(): Record<string, unknown>;
}

/** Adam (Kingma and Ba, "Adam: a method for stochastic optimization", ICLR 2015, algorithm 1). */
export function adam(n: number, saved?: StateReader): Optimizer {
  const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-8];
  let m = saved?.reals('m', n) ?? new Float64Array(n);
  let v = saved?.reals('v', n) ?? new Float64Array(n);
  let t = saved?.real('t') ?? 0;
  requireInteger('the saved step of Adam', t, 0);
  return {
    step(g, learningRate) {
      t++;
      m = m.map((old, i) => beta1 * old + (1 - beta1) * g[i]);
      v = v.map((old, i) => beta2 * old + (1 - beta2) * g[i] * g[i]);
      const rate = (learningRate * Math.sqrt(1 - beta2 ** t)) / (1 - beta1 ** t);
      return m.map((moment, i) => (rate * moment) / (Math.sqrt(v[i]) + epsilon));
    },
    state: () => ({ m, v, t }),
  };
}
