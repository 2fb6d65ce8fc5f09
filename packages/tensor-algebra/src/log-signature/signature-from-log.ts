import type { NdArray } from 'ndarray';
import { requireArray } from '../arguments/require-array.js';
import { requireChannels } from '../arguments/require-channels.js';
import { requireDepth } from '../arguments/require-depth.js';
import { allocateLike } from '../arrays/allocate.js';
import { copyIn } from '../arrays/copy-in.js';
import type { RealData } from '../arrays/real-array.js';
import { levelStarts } from '../tensor/level-starts.js';
import { tensorExp } from '../tensor/tensor-exp.js';
import { signatureLength } from '../words/signature-length.js';
import { coordinateMap } from './coordinate-map.js';
import type { LogCoordinates } from './coordinates.js';

export interface SignatureFromLogOptions {
  channels: number;
  depth: number;
  coordinates: LogCoordinates;
}

/**
 * The signature with a given log-signature: exp of the Lie element that the coordinates stand for.
 *
 * `logSignature` is [coordinates] or [batch, coordinates]; the result is [words] or [batch, words].
 *
 * @throws TypeError for an array of another rank.
 * @throws RangeError for unknown coordinates, or a number of them that does not fit.
 *
 * @example
 * const coordinates = 'lyndon-words';
 * const l = logSignature(path, 4, { coordinates });
 * signatureFromLog(l, { channels: 3, depth: 4, coordinates }); // signature(path, 4)
 */
export function signatureFromLog<A extends RealData>(
  logSignature: NdArray<A>,
  { channels, depth, coordinates }: SignatureFromLogOptions,
): NdArray<A> {
  requireChannels(channels);
  requireDepth(depth);
  requireArray('logSignature', logSignature, [1, 2], '[coordinates] or [batch, coordinates]');
  const map = coordinateMap(channels, depth, coordinates);
  const single = logSignature.dimension === 1;
  const [batch, size] = single ? [1, logSignature.shape[0]] : logSignature.shape;
  if (size !== map.size) {
    throw new RangeError(
      `logSignature must hold ${map.size} coordinates ('${coordinates}', ${channels} channels, depth ${depth}), got ${size}`,
    );
  }
  const words = signatureLength(channels, depth);
  const starts = levelStarts(channels, depth);
  const result = allocateLike(logSignature.data, single ? [words] : [batch, words]);
  const found = new Float64Array(size);
  const lie = new Float64Array(words + 1);
  const group = new Float64Array(words + 1);
  for (let row = 0; row < batch; row++) {
    copyIn(single ? logSignature : logSignature.pick(row, null), found);
    map.toExpanded(found, 0, lie, 1);
    tensorExp(lie, group, starts);
    result.data.set(group.subarray(1), row * words);
  }
  return result;
}
