import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';
import { chenProduct } from './chen-product.js';
import { doublesOf, realsOf } from './number-format.js';
import { scaleBytes } from './scale-bytes.js';
import { signatureBackward } from './signature-backward.js';
import { signatureBytes } from './signature-bytes.js';
import { signatureReals } from './signature-reals.js';
import { exponential, logarithm, tensorSeries, tensorSeriesBackward } from './tensor-series.js';

/** The scalar twin of every kernel of the signature family. */
export function signatureScalar(memory: MemoryViews): Record<string, KernelFunction> {
  const reals = () => realsOf(memory);
  const doubles = () => doublesOf(memory);
  return {
    scaleBytes: scaleBytes(memory),
    signatureBytes: signatureBytes(memory),
    signatureReals: signatureReals(reals),
    signatureDoubles: signatureReals(doubles),
    signatureBackward: signatureBackward(reals),
    signatureBackwardDoubles: signatureBackward(doubles),
    chenProduct: chenProduct(reals),
    chenProductDoubles: chenProduct(doubles),
    tensorLog: tensorSeries(reals, logarithm),
    tensorLogDoubles: tensorSeries(doubles, logarithm),
    tensorExp: tensorSeries(reals, exponential),
    tensorExpDoubles: tensorSeries(doubles, exponential),
    tensorLogBackward: tensorSeriesBackward(reals, logarithm),
    tensorLogBackwardDoubles: tensorSeriesBackward(doubles, logarithm),
  };
}
