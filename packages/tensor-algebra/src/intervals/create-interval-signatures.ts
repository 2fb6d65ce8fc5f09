import ndarray, { type NdArray } from 'ndarray';
import { requireArray } from '../arguments/require-array.js';
import { requireChannels } from '../arguments/require-channels.js';
import { requireDepth } from '../arguments/require-depth.js';
import { requireFinite } from '../arguments/require-finite.js';
import { requireAllocatable } from '../arrays/allocate.js';
import { copyIn } from '../arrays/copy-in.js';
import type { RealArray } from '../arrays/real-array.js';
import { coordinateMap } from '../log-signature/coordinate-map.js';
import type { LogCoordinates } from '../log-signature/coordinates.js';
import { levelStarts } from '../tensor/level-starts.js';
import { tensorLog } from '../tensor/tensor-log.js';
import { signatureLength } from '../words/signature-length.js';
import type { Interval } from './interval.js';
import { createPrefixes } from './prefixes.js';

export interface IntervalSignaturesOptions {
  channels: number;
  depth: number;
}

/** Signatures of any part of a path that grows at its end. */
export interface IntervalSignatures {
  readonly channels: number;
  readonly depth: number;
  /** Points so far. */
  readonly length: number;
  /** Appends points: ndarray [points, channels] or [channels]. */
  push(points: RealArray): void;
  /** The signature of the points i to j, both included: [words], float64. */
  signature(i: number, j: number): NdArray<Float64Array>;
  /** The signatures of many intervals: [intervals, words]. */
  signatures(intervals: readonly Interval[]): NdArray<Float64Array>;
  /** The log-signature of the points i to j: [coordinates]. */
  logSignature(
    i: number,
    j: number,
    options: { coordinates: LogCoordinates },
  ): NdArray<Float64Array>;
  /** The log-signatures of many intervals: [intervals, coordinates]. */
  logSignatures(
    intervals: readonly Interval[],
    options: { coordinates: LogCoordinates },
  ): NdArray<Float64Array>;
}

/**
 * Takes the points of a path one by one or many at a time, and answers the signature or
 * log-signature of any interval of it with at most four tensor products, however long it is.
 *
 * Chen's identity, S[i, j] = S[i, k] ⊗ S[k, j]: prefixes within blocks of points, and a table of
 * products of blocks. Everything is float64, and takes a little more memory than a signature a
 * point.
 *
 * @throws RangeError for channels below 1 or a depth outside 1 to 12; `push` for points that are not
 * finite or of other channels; queries for an interval out of range or unknown coordinates.
 *
 * @example
 * const intervals = createIntervalSignatures({ channels: 2, depth: 3 });
 * intervals.push(path);
 * intervals.signature(10, 20); // ndarray [14]
 */
export function createIntervalSignatures({
  channels,
  depth,
}: IntervalSignaturesOptions): IntervalSignatures {
  requireChannels(channels);
  requireDepth(depth);
  const words = signatureLength(channels, depth);
  const starts = levelStarts(channels, depth);
  const prefixes = createPrefixes(channels, starts);
  const group = new Float64Array(words + 1);

  const query = (
    intervals: readonly Interval[],
    size: number,
    write: (out: Float64Array, at: number) => void,
  ): Float64Array => {
    for (const [i, j] of intervals) requireInterval(i, j, prefixes.length);
    requireAllocatable(intervals.length * size, 8);
    const out = new Float64Array(intervals.length * size);
    for (const [row, [i, j]] of intervals.entries()) {
      prefixes.between(i, j, group);
      write(out, row * size);
    }
    return out;
  };
  const signatures = (intervals: readonly Interval[]): Float64Array =>
    query(intervals, words, (out, at) => out.set(group.subarray(1), at));
  const logSignatures = (intervals: readonly Interval[], coordinates: LogCoordinates) => {
    const map = coordinateMap(channels, depth, coordinates);
    const lie = new Float64Array(words + 1);
    const data = query(intervals, map.size, (out, at) => {
      tensorLog(group, lie, starts);
      map.fromExpanded(lie, 1, out, at);
    });
    return { data, size: map.size };
  };

  return {
    channels,
    depth,
    get length() {
      return prefixes.length;
    },
    push(points) {
      requireArray('points', points, [1, 2], '[points, channels] or [channels]');
      if (points.shape[points.dimension - 1] !== channels) {
        throw new RangeError(
          `points must have ${channels} channels, got the shape [${points.shape.join(', ')}]`,
        );
      }
      requireFinite(points, 'points');
      const dense = new Float64Array(points.size);
      copyIn(points, dense);
      for (let at = 0; at < dense.length; at += channels) {
        prefixes.push(dense.subarray(at, at + channels));
      }
    },
    signature: (i, j) => ndarray(signatures([[i, j]]), [words]),
    signatures: (intervals) => ndarray(signatures(intervals), [intervals.length, words]),
    logSignature(i, j, { coordinates }) {
      const { data, size } = logSignatures([[i, j]], coordinates);
      return ndarray(data, [size]);
    },
    logSignatures(intervals, { coordinates }) {
      const { data, size } = logSignatures(intervals, coordinates);
      return ndarray(data, [intervals.length, size]);
    },
  };
}

function requireInterval(i: number, j: number, length: number): void {
  if (!Number.isInteger(i) || !Number.isInteger(j) || i < 0 || j < i || j >= length) {
    throw new RangeError(
      `an interval [i, j] must have integers with 0 <= i <= j < ${length}, the number of points, got [${i}, ${j}]`,
    );
  }
}
