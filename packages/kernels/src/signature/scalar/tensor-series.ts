import type { KernelFunction } from '../../kernel-module.js';
import { wordCount } from '../word-count.js';
import { type NumberFormat, readNumbers } from './number-format.js';
import { contractLeft, contractRight } from './tensor-contraction.js';
import { tensorProduct } from './tensor-product.js';

/** The coefficient of x^power, from 1 on. */
export type Series = (power: number) => number;

/** log(1 + x). */
export const logarithm: Series = (power) => (power % 2 === 1 ? 1 : -1) / power;

/** exp(x) − 1. */
export const exponential: Series = (power) => {
  let factorial = 1;
  for (let factor = 2; factor <= power; factor++) factorial *= factor;
  return 1 / factorial;
};

/** Horner's sums x ⊗ (a_k + x ⊗ (a_(k+1) + …)), the one of `power` at index `power`. */
function hornerSums(series: Series, x: Float64Array, channels: number, depth: number) {
  const sums = new Array<Float64Array>(depth + 2).fill(new Float64Array(x.length));
  for (let power = depth; power > 0; power--) {
    const factor = { scalar: series(power), words: sums[power + 1] };
    sums[power] = tensorProduct({ scalar: 0, words: x }, factor, channels, depth);
  }
  return sums;
}

/** Batches of a power series; see the builders of `tensorLog` and `tensorExp`. */
export function tensorSeries(format: () => NumberFormat, series: Series): KernelFunction {
  return (_workspace, x, xStride, count, channels, depth, out, outStride) => {
    const memory = format();
    const words = wordCount(channels, depth);
    for (let index = 0; index < count; index++) {
      const value = readNumbers(memory, x, index * xStride, words);
      const [, sum] = hornerSums(series, value, channels, depth);
      memory.numbers.set(sum, (out >>> memory.shift) + index * outStride);
    }
  };
}

/** Its vector-Jacobian products; see the builder of `tensorLogBackward`. */
export function tensorSeriesBackward(format: () => NumberFormat, series: Series): KernelFunction {
  return (
    _workspace,
    x,
    xStride,
    cotangent,
    cotangentStride,
    count,
    channels,
    depth,
    out,
    outStride,
  ) => {
    const memory = format();
    const words = wordCount(channels, depth);
    for (let index = 0; index < count; index++) {
      const value = { scalar: 0, words: readNumbers(memory, x, index * xStride, words) };
      const sums = hornerSums(series, value.words, channels, depth);
      const gradient = new Float64Array(words);
      let flow = readNumbers(memory, cotangent, index * cotangentStride, words);
      for (let power = 1; power <= depth; power++) {
        const factor = { scalar: series(power), words: sums[power + 1] };
        const share = contractRight(factor, flow, channels, depth);
        for (let word = 0; word < words; word++) gradient[word] += share[word];
        flow = contractLeft(value, flow, channels, depth);
      }
      memory.numbers.set(gradient, (out >>> memory.shift) + index * outStride);
    }
  };
}
