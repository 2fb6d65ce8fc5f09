import { addLeftFactorCotangent } from './left-factor-cotangent.js';
import { addRightFactorCotangent } from './right-factor-cotangent.js';

/** Tensors that a step backwards works in, all of one size. */
export interface StepScratch {
  exponential: Float64Array;
  exponentialCotangent: Float64Array;
  before: Float64Array;
}

/**
 * One step of a path backwards: after = before ⊗ exp(x). Given before, turns the cotangent of
 * after into that of before, in place, and writes that of x into `out`.
 */
export function stepVjp(
  before: Float64Array,
  x: Float64Array,
  cotangent: Float64Array,
  out: Float64Array,
  starts: readonly number[],
  { exponential, exponentialCotangent, before: next }: StepScratch,
): void {
  exponentialOf(x, exponential, starts);
  exponentialCotangent.fill(0);
  addRightFactorCotangent(before, cotangent, exponentialCotangent, starts);
  next.fill(0);
  addLeftFactorCotangent(cotangent, exponential, next, starts);
  cotangent.set(next);
  exponentialVjp(x, exponential, exponentialCotangent, out, starts);
}

/** exp(x) of a tensor that has level 1 alone: its level n is that of n - 1 times x / n. */
export function exponentialOf(x: Float64Array, out: Float64Array, starts: readonly number[]): void {
  out[0] = 1;
  for (let level = 1; level < starts.length - 1; level++) {
    let to = starts[level];
    for (let word = starts[level - 1]; word < starts[level]; word++) {
      const factor = out[word] / level;
      for (let c = 0; c < x.length; c++) out[to++] = factor * x[c];
    }
  }
}

/** The cotangent of x, given that of exp(x), which is used up. */
function exponentialVjp(
  x: Float64Array,
  exponential: Float64Array,
  cotangent: Float64Array,
  out: Float64Array,
  starts: readonly number[],
): void {
  out.fill(0);
  for (let level = starts.length - 2; level > 0; level--) {
    let from = starts[level];
    for (let word = starts[level - 1]; word < starts[level]; word++) {
      const factor = exponential[word] / level;
      let sum = 0;
      for (let c = 0; c < x.length; c++, from++) {
        out[c] += factor * cotangent[from];
        sum += x[c] * cotangent[from];
      }
      cotangent[word] += sum / level;
    }
  }
}
