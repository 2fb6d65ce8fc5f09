import type { NdArray } from 'ndarray';
import { requireOutput } from '../arguments/require-output.js';
import { allocateLike } from '../arrays/allocate.js';
import { copyOut } from '../arrays/copy-out.js';
import { isDense } from '../arrays/is-dense.js';
import type { RealData } from '../arrays/real-array.js';
import { rowsOf } from '../arrays/rows-of.js';
import { defaultEngine } from '../engine/default-engine.js';
import { computeSignatures } from '../signature/compute-signatures.js';
import { planSignature } from '../signature/plan-signature.js';
import { resultShape, stepsOf } from '../signature/signature-job.js';
import type { PathOptions } from '../signature/signature-options.js';
import { coordinateMap } from './coordinate-map.js';
import { type LogCoordinates, requireCoordinates } from './coordinates.js';

export interface LogSignatureOptions<A extends RealData> extends PathOptions<A> {
  /** Which coordinates: there is no default, for no choice is usual everywhere. */
  coordinates: LogCoordinates;
  /** Where to write the result: an array of its shape that shares no memory with the input. */
  out?: NdArray<A>;
}

/**
 * The truncated log-signature of piecewise linear paths, log(S) in the free Lie algebra
 * (Reizenstein & Graham 2020; for the Lyndon basis Reutenauer 1993, §5.3).
 *
 * `path` is [length, channels] or [batch, length, channels]. The result is [coordinates] or
 * [batch, coordinates] of the same number format: `logSignatureLength(channels, depth)` of them in
 * the order of `lyndonWords` and `lyndonBrackets`, or for `expanded` as many as a signature has
 * words; with `stream` an axis of increments comes before them. `initial` is a signature.
 *
 * @throws TypeError for a path of the wrong rank or type, or options of the wrong type.
 * @throws RangeError for unknown coordinates, a depth outside 1 to 12, numbers that are not finite,
 * a result too large to allocate, or shapes that do not go together.
 *
 * @example
 * logSignature(path, 4, { coordinates: 'lyndon-brackets' });
 */
export function logSignature<A extends RealData>(
  path: NdArray<A>,
  depth: number,
  options: LogSignatureOptions<A>,
): NdArray<A> {
  requireCoordinates(options?.coordinates);
  const { coordinates, out, engine = defaultEngine() } = options;
  const job = planSignature(path, depth, options);
  const { single, channels } = job.shape;
  const map = coordinateMap(channels, depth, coordinates);
  const steps = stepsOf(job);
  const shape = resultShape(job, map.size);
  if (out !== undefined) requireOutput(out, shape, job.inputs);
  const result = out ?? allocateLike(path.data, shape);
  const dense = isDense(result);
  computeSignatures(
    job,
    engine,
    (tensors, first, count) => {
      const rows = count * steps;
      const target = dense ? result.data : new Float64Array(rows * map.size);
      const start = dense ? result.offset + first * steps * map.size : 0;
      for (let row = 0; row < rows; row++) {
        map.fromExpanded(tensors, row * job.words, target, start + row * map.size);
      }
      if (!dense) copyOut(target, single ? result : rowsOf(result, first, count));
    },
    { logarithm: true },
  );
  return result;
}
