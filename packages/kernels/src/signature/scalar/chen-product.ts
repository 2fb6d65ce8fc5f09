import type { KernelFunction } from '../../kernel-module.js';
import { wordCount } from '../word-count.js';
import { type NumberFormat, readNumbers } from './number-format.js';
import { tensorProduct } from './tensor-product.js';

/** Batches of left ⊗ right; see the kernel's builder for the arguments. */
export function chenProduct(format: () => NumberFormat): KernelFunction {
  return (
    _workspace,
    left,
    leftStride,
    right,
    rightStride,
    count,
    channels,
    depth,
    out,
    outStride,
  ) => {
    const memory = format();
    const words = wordCount(channels, depth);
    for (let index = 0; index < count; index++) {
      const product = tensorProduct(
        { scalar: 1, words: readNumbers(memory, left, index * leftStride, words) },
        { scalar: 1, words: readNumbers(memory, right, index * rightStride, words) },
        channels,
        depth,
      );
      memory.numbers.set(product, (out >>> memory.shift) + index * outStride);
    }
  };
}
