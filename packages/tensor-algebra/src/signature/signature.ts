import type { NdArray } from 'ndarray';
import { requireOutput } from '../arguments/require-output.js';
import { allocateLike } from '../arrays/allocate.js';
import type { RealData } from '../arrays/real-array.js';
import { defaultEngine } from '../engine/default-engine.js';
import { computeSignatures } from './compute-signatures.js';
import { planSignature } from './plan-signature.js';
import { resultShape } from './signature-job.js';
import type { SignatureOptions } from './signature-options.js';
import { writeTensors } from './write-tensors.js';

/**
 * The truncated signature of piecewise linear paths: all iterated integrals
 * S^w = ∫ … ∫ dx_{w1} … dx_{wk} of the words w up to length `depth` (Chen 1957; Lyons 2014, §2;
 * for the algorithm Kidger & Lyons 2021, §5).
 *
 * `path` is [length, channels] or [batch, length, channels], float32 or float64, of any strides.
 * The result is [words] or [batch, words] of the same number format; words in the order of
 * `words(channels, depth)`, level 0 left out unless `scalarTerm`; with `stream` an axis of
 * increments comes before the words. Sizes are those of `signatureLength`.
 *
 * @throws TypeError for a path of the wrong rank or type, or options of the wrong type.
 * @throws RangeError for a depth outside 1 to 12, numbers that are not finite, a path without
 * points, a result too large to allocate, or shapes that do not go together.
 *
 * @example
 * const path = ndarray(new Float64Array([0, 0, 1, 0, 1, 1]), [3, 2]);
 * signature(path, 2).data; // [1, 1, 0.5, 1, 0, 0.5]
 */
export function signature<A extends RealData>(
  path: NdArray<A>,
  depth: number,
  options: SignatureOptions<A> = {},
): NdArray<A> {
  const { scalarTerm = false, out, engine = defaultEngine() } = options;
  const job = planSignature(path, depth, options, scalarTerm);
  const shape = resultShape(job, job.words + (scalarTerm ? 1 : 0));
  if (out !== undefined) requireOutput(out, shape, job.inputs);
  const result = out ?? allocateLike(path.data, shape);
  computeSignatures(job, engine, (tensors, first, count) =>
    writeTensors(tensors, result, job.shape.single, first, count, scalarTerm),
  );
  return result;
}
