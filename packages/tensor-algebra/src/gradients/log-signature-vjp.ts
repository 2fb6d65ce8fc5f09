import type { NdArray } from 'ndarray';
import { allocateLike } from '../arrays/allocate.js';
import { copyIn } from '../arrays/copy-in.js';
import type { RealData } from '../arrays/real-array.js';
import { coordinateMap } from '../log-signature/coordinate-map.js';
import { requireCoordinates } from '../log-signature/coordinates.js';
import type { LogSignatureOptions } from '../log-signature/log-signature.js';
import { signature } from '../signature/signature.js';
import { levelStarts } from '../tensor/level-starts.js';
import { tensorLogVjp } from '../tensor/tensor-log-vjp.js';
import { requireCotangent } from './require-cotangent.js';
import { signatureVjp } from './signature-vjp.js';

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
  const { coordinates, out, ...pathOptions } = options;
  const signatures = signature(path, depth, pathOptions);
  const words = signatures.shape[signatures.dimension - 1];
  const channels = path.shape[path.dimension - 1];
  const map = coordinateMap(channels, depth, coordinates);
  requireCotangent(cotangent, [...signatures.shape.slice(0, -1), map.size], path);
  const starts = levelStarts(channels, depth);
  const given = new Float64Array(cotangent.size);
  copyIn(cotangent, given);
  const rows = signatures.size / words;
  const group = new Float64Array(words + 1);
  const lie = new Float64Array(words + 1);
  const found = new Float64Array(words + 1);
  const transposed = allocateLike(path.data, signatures.shape);
  for (let row = 0; row < rows; row++) {
    group.set(signatures.data.subarray(row * words, (row + 1) * words), 1);
    group[0] = 1;
    map.transpose(given, row * map.size, lie, 1);
    tensorLogVjp(group, lie, found, starts);
    transposed.data.set(found.subarray(1), row * words);
  }
  return signatureVjp(path, depth, transposed, { ...pathOptions, out });
}
