export interface LearningRateOptions {
  /** The highest rate. */
  learningRate: number;
  schedule: 'constant' | 'cosine' | 'one-cycle';
  /** Fraction of the steps with a rising rate; undefined for the schedule's own. */
  warmUp?: number;
}

// One-cycle (Smith and Topin 2018), with the proportions that became usual.
const RISING_SHARE = 0.3;
const FIRST_DIVISOR = 25;
const LAST_DIVISOR = 250_000;

/** The learning rate of a step, from 0, out of `steps`. */
export function learningRateAt(step: number, steps: number, options: LearningRateOptions): number {
  const { learningRate, schedule } = options;
  const oneCycle = schedule === 'one-cycle';
  const { warmUp = oneCycle ? RISING_SHARE : 0 } = options;
  const rising = Math.round(warmUp * steps);
  if (step < rising) {
    return oneCycle
      ? anneal(learningRate / FIRST_DIVISOR, learningRate, step / rising)
      : (learningRate * (step + 1)) / rising;
  }
  if (schedule === 'constant') return learningRate;
  const last = oneCycle ? learningRate / LAST_DIVISOR : 0;
  return anneal(learningRate, last, (step - rising) / Math.max(1, steps - rising));
}

/** Half a cosine from one value to another. */
function anneal(from: number, to: number, share: number): number {
  return to + ((from - to) * (1 + Math.cos(Math.PI * share))) / 2;
}
