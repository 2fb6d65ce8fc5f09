import type { NdArray } from 'ndarray';
import { requireOutput } from '../arguments/require-output.js';
import { allocateLike } from '../arrays/allocate.js';
import { copyIn } from '../arrays/copy-in.js';
import type { RealData } from '../arrays/real-array.js';
import { rowsOf } from '../arrays/rows-of.js';
import { defaultEngine } from '../engine/default-engine.js';
import { planSignature } from '../signature/plan-signature.js';
import { resultShape } from '../signature/signature-job.js';
import type { SignatureOptions } from '../signature/signature-options.js';
import { computeVjps } from './compute-vjps.js';
import { requireCotangent } from './require-cotangent.js';

/**
 * The vector-Jacobian product of `signature`: from a cotangent of the result to one of the path, in
 * memory that does not grow with the path's length (Reizenstein & Graham 2020; Kidger & Lyons 2021,
 * §5.2).
 *
 * `cotangent` has the shape of `signature(path, depth, options)` and the path's number format; the
 * result has the path's shape. A basepoint and `initial` are constants.
 *
 * @throws TypeError for arrays of the wrong rank or type, or options of the wrong type.
 * @throws RangeError for a depth outside 1 to 12, numbers that are not finite, or shapes that do not
 * go together.
 *
 * @example
 * const s = signature(path, 3);
 * const gradient = signatureVjp(path, 3, s); // of half the squared norm of s
 */
export function signatureVjp<A extends RealData>(
  path: NdArray<A>,
  depth: number,
  cotangent: NdArray<A>,
  options: SignatureOptions<A> = {},
): NdArray<A> {
  const { scalarTerm = false, out, engine = defaultEngine() } = options;
  const job = planSignature(path, depth, options, scalarTerm);
  const lead = scalarTerm ? 1 : 0;
  requireCotangent(cotangent, resultShape(job, job.words + lead), path);
  if (out !== undefined) requireOutput(out, path.shape, [...job.inputs, cotangent]);
  const result = out ?? allocateLike(path.data, [...path.shape]);
  const axes = cotangent.dimension;
  const withoutScalar = cotangent.lo(...Array<number>(axes - 1).fill(0), lead);
  computeVjps(job, engine, result, {
    logarithm: false,
    loadCotangents: (target, first, count) =>
      copyIn(job.shape.single ? withoutScalar : rowsOf(withoutScalar, first, count), target),
  });
  return result;
}
