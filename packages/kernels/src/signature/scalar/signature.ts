import type { KernelFunction } from '../../kernel-module.js';
import { wordCount } from '../word-count.js';
import { multiplyExponential } from './multiply-exponential.js';
import { pathIncrements } from './path-increments.js';

type Numbers = Float32Array | Float64Array;

/** Where a scalar signature kernel reads and writes, asked afresh for every call. */
export interface SignatureArrays {
  points: Numbers | Uint8Array;
  /** log2 of the bytes of a coordinate. */
  pointShift: number;
  /** What a coordinate is divided by. */
  divisor: number;
  signatures: Numbers;
  /** log2 of the bytes of a number of the signature. */
  signatureShift: number;
}

/** A scalar signature kernel with the arguments of `signatureReals`, over given arrays. */
export function signatureOver(arrays: () => SignatureArrays): KernelFunction {
  return (
    _workspace,
    path,
    paths,
    pathStride,
    length,
    stepStride,
    channels,
    depth,
    basepoint,
    time,
    reversed,
    stream,
    initial,
    initialStride,
    out,
    outStride,
  ) => {
    const { points, pointShift, divisor, signatures, signatureShift } = arrays();
    const dimension = channels + time;
    const words = wordCount(dimension, depth);
    const state = new Float64Array(words);
    const products = new Float64Array(dimension ** (depth - 1));
    for (let index = 0; index < paths; index++) {
      if (initial) {
        const from = (initial >>> signatureShift) + index * initialStride;
        state.set(signatures.subarray(from, from + words));
      } else {
        state.fill(0);
      }
      let to = (out >>> signatureShift) + index * outStride;
      const increments = pathIncrements({
        numbers: points,
        start: (path >>> pointShift) + index * pathStride,
        length,
        stepStride,
        channels,
        basepoint: basepoint !== 0,
        time: time !== 0,
        reversed: reversed !== 0,
        divisor,
      });
      for (const increment of increments) {
        multiplyExponential(state, increment, dimension, depth, products);
        if (stream) {
          signatures.set(state, to);
          to += words;
        }
      }
      if (!stream) signatures.set(state, to);
    }
  };
}
