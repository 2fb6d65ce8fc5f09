import type { FitOptions } from './fit-options.js';
import type { Optimizer } from './optimizer.js';

/** The optimiser that the options ask for; Adam is AdamW without decay. */
export function chooseOptimizer(options: FitOptions): Optimizer {
  const { optimizer = 'adam', weightDecay = 1e-4, clipNorm = Infinity, ema = 0 } = options;
  const { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = options;
  return {
    ...{ beta1, beta2, epsilon, clipNorm },
    weightDecay: optimizer === 'adamW' ? weightDecay : 0,
    averageDecay: ema,
  };
}
