import type { KernelFunction } from '../../kernel-module.js';
import { wordCount } from '../word-count.js';
import { coadjointStep } from './coadjoint-step.js';
import { type NumberFormat, readNumbers } from './number-format.js';
import { pathIncrements } from './path-increments.js';
import { contractLeft } from './tensor-contraction.js';

/** Gradients with respect to paths; see the kernel's builder for the arguments. */
export function signatureBackward(format: () => NumberFormat): KernelFunction {
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
    signature,
    signatureStride,
    cotangent,
    cotangentStride,
    gradient,
    gradientPathStride,
    gradientStepStride,
  ) => {
    const memory = format();
    const { numbers, shift } = memory;
    const dimension = channels + time;
    const words = wordCount(dimension, depth);
    for (let index = 0; index < paths; index++) {
      const increments = pathIncrements({
        numbers,
        start: (path >>> shift) + index * pathStride,
        length,
        stepStride,
        channels,
        basepoint: basepoint !== 0,
        time: time !== 0,
        reversed: reversed !== 0,
        divisor: 1,
      });
      const start = (gradient >>> shift) + index * gradientPathStride;
      for (let point = 0; point < length; point++) {
        numbers.fill(
          0,
          start + point * gradientStepStride,
          start + point * gradientStepStride + channels,
        );
      }
      const functional = new Float64Array(words);
      for (let step = increments.length - 1; step >= 0; step--) {
        if (stream || step === increments.length - 1) {
          const prefix = stream ? step * words : 0;
          const s = readNumbers(memory, signature, index * signatureStride + prefix, words);
          const g = readNumbers(memory, cotangent, index * cotangentStride + prefix, words);
          const own = contractLeft({ scalar: 1, words: s }, g, dimension, depth);
          for (let word = 0; word < words; word++) functional[word] += own[word];
        }
        const move = coadjointStep(functional, increments[step], dimension, depth);
        // Point numbers of the increment's ends; the origin has the number -1.
        const to = reversed ? length - 2 - step : step + 1 - basepoint;
        const from = reversed ? length - 1 - step : step - basepoint;
        for (let channel = 0; channel < channels; channel++) {
          if (to >= 0) numbers[start + to * gradientStepStride + channel] += move[channel];
          if (from >= 0) numbers[start + from * gradientStepStride + channel] -= move[channel];
        }
      }
    }
  };
}
