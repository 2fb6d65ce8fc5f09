import type { NdArray } from 'ndarray';
import { requireOutput } from '../arguments/require-output.js';
import { allocateLike } from '../arrays/allocate.js';
import { copyIn } from '../arrays/copy-in.js';
import type { RealData } from '../arrays/real-array.js';
import { rowsOf } from '../arrays/rows-of.js';
import { defaultEngine } from '../engine/default-engine.js';
import { coordinateMap } from '../log-signature/coordinate-map.js';
import { requireCoordinates } from '../log-signature/coordinates.js';
import type { LogSignatureOptions } from '../log-signature/log-signature.js';
import { planSignature } from '../signature/plan-signature.js';
import { resultShape, stepsOf } from '../signature/signature-job.js';
import { computeVjps } from './compute-vjps.js';
import { requireCotangent } from './require-cotangent.js';

/**
 * The vector-Jacobian product of `logSignature`: from a cotangent of the result to one of the path,
 * in memory that does not grow with the path's length (Reizenstein & Graham 2020; Kidger & Lyons
 * 2021, §5.2).
 *
 * `cotangent` has the shape of `logSignature(path, depth, options)` and the path's number format;
 * the result has the path's shape. A basepoint and `initial` are constants.
 *
 * @throws TypeError for arrays of the wrong rank or type, or options of the wrong type.
 * @throws RangeError for unknown coordinates, a depth outside 1 to 12, numbers that are not finite,
 * or shapes that do not go together.
 *
 * @example
 * const coordinates = 'lyndon-words';
 * const l = logSignature(path, 3, { coordinates });
 * const gradient = logSignatureVjp(path, 3, l, { coordinates });
 */
export function logSignatureVjp<A extends RealData>(
  path: NdArray<A>,
  depth: number,
  cotangent: NdArray<A>,
  options: LogSignatureOptions<A>,
): NdArray<A> {
  requireCoordinates(options?.coordinates);
  const { coordinates, out, engine = defaultEngine() } = options;
  const job = planSignature(path, depth, options);
  const { shape, words } = job;
  const map = coordinateMap(shape.channels, depth, coordinates);
  requireCotangent(cotangent, resultShape(job, map.size), path);
  if (out !== undefined) requireOutput(out, path.shape, [...job.inputs, cotangent]);
  const result = out ?? allocateLike(path.data, [...path.shape]);
  computeVjps(job, engine, result, {
    logarithm: true,
    loadCotangents(target, first, count) {
      const rows = count * stepsOf(job);
      const given = new Float64Array(rows * map.size);
      copyIn(shape.single ? cotangent : rowsOf(cotangent, first, count), given);
      for (let row = 0; row < rows; row++) {
        map.transpose(given, row * map.size, target, row * words);
      }
    },
  });
  return result;
}
