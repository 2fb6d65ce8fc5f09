import { chenLanes } from './chen';
import { layIncrements, layReturn } from './increments';
import { clearVectors, laneCount, loadLanes, spreadLane, storeLane } from './lanes';
import { multiplyExponential, multiplyExponentialScratch } from './multiply-exponential';
import { wordCount } from './words';

/** Increments laid out at a time: they and the state stay in the first-level cache. */
const CHUNK = 32;

/**
 * Signatures of paths whose coordinates are of type S, computed in lanes of type T.
 *
 * The workspace holds: the state, two more of its size for joining, the points seen last, a chunk of
 * increments, and the scratch of a step.
 */
export function signatures<S, T>(
  workspace: usize, path: usize, paths: i32, pathStride: i32, length: i32, stepStride: i32,
  channels: i32, depth: i32, basepoint: i32, time: i32, reversed: i32, stream: i32,
  initial: usize, initialStride: i32, out: usize, outStride: i32,
): void {
  const lanes = laneCount<T>();
  const timeStep: T = length > 1 ? <T>(1.0 / <f64>(length - 1)) : 0;
  if (reversed) {
    path += (length - 1) * stepStride * sizeof<S>();
    stepStride = -stepStride;
  }
  const step = <T>(reversed ? -timeStep : timeStep);
  const pathBytes = <usize>pathStride * sizeof<S>();
  const stepBytes = <usize>stepStride * sizeof<S>();
  const initialBytes = <usize>initialStride * sizeof<T>();
  const outBytes = <usize>outStride * sizeof<T>();
  let done = 0;
  while (done < paths) {
    const rest = paths - done;
    const few = rest < lanes && !stream && length > (depth + 1) * 8;
    const used = few ? 1 : min(rest, lanes);
    signatureGroup<S, T>(
      workspace, path, used, pathBytes, length, stepBytes, channels, depth,
      basepoint, time, step, reversed, stream, few, initial, initialBytes, out, outBytes,
    );
    done += used;
    path += used * pathBytes;
    out += used * outBytes;
    if (initial) initial += used * initialBytes;
  }
}

/**
 * The signatures of as many paths as there are lanes, or fewer; or, in `pieces`, of one path that
 * is cut into as many pieces as there are lanes, whose signatures Chen's identity joins.
 */
function signatureGroup<S, T>(
  workspace: usize, path: usize, used: i32, pathBytes: usize, length: i32, stepBytes: usize,
  channels: i32, depth: i32, basepoint: i32, time: i32, timeStep: T, reversed: i32,
  stream: i32, pieces: bool, initial: usize, initialBytes: usize, out: usize, outBytes: usize,
): void {
  const lanes = laneCount<T>();
  const dimension = channels + time;
  const words = wordCount(dimension, depth);
  const state = workspace;
  const previous = state + (<usize>words * 3 << 4);
  const increments = previous + (<usize>dimension << 4);
  const scratch = increments + (<usize>dimension * CHUNK << 4);
  const last = used - 1;
  const l1 = <usize>min(1, last);
  const l2 = <usize>min(2, last);
  const l3 = <usize>min(3, last);
  let p0 = path;
  let p1 = path + l1 * pathBytes;
  let p2 = path + l2 * pathBytes;
  let p3 = path + l3 * pathBytes;

  if (initial) {
    loadLanes<T>(
      state, words, initial, initial + l1 * initialBytes, initial + l2 * initialBytes,
      initial + l3 * initialBytes,
    );
  } else {
    clearVectors(state, words);
  }
  let prefix = out;
  clearVectors(previous, channels);
  layIncrements<S, T>(increments, previous, p0, p1, p2, p3, stepBytes, 1, channels, time, 0);
  if (basepoint && !reversed) {
    multiplyExponential<T>(state, increments, 1, dimension, depth, scratch);
    if (stream) prefix = storeStates<T>(state, words, used, prefix, outBytes);
  }

  let remaining = length - 1;
  if (pieces) {
    const share = remaining / lanes;
    remaining -= share * lanes;
    const pieceBytes = <usize>share * stepBytes;
    p1 = p0 + pieceBytes;
    p2 = p1 + pieceBytes;
    p3 = p2 + pieceBytes;
    // Only the first piece goes on from the state so far.
    keepFirstLane<T>(state, words);
    layIncrements<S, T>(increments, previous, p0, p1, p2, p3, stepBytes, 1, channels, time, 0);
    for (let left = share; left > 0; left -= CHUNK) {
      const count = min(left, CHUNK);
      p0 += stepBytes;
      p1 += stepBytes;
      p2 += stepBytes;
      p3 += stepBytes;
      layIncrements<S, T>(
        increments, previous, p0, p1, p2, p3, stepBytes, count, channels, time, timeStep,
      );
      multiplyExponential<T>(state, increments, count, dimension, depth, scratch);
      const moved = <usize>(count - 1) * stepBytes;
      p0 += moved;
      p1 += moved;
      p2 += moved;
      p3 += moved;
    }
    joinLanes<T>(state, dimension, depth, words);
    p0 = path + <usize>(length - 1 - remaining) * stepBytes;
    p1 = p0;
    p2 = p0;
    p3 = p0;
    layIncrements<S, T>(increments, previous, p0, p1, p2, p3, stepBytes, 1, channels, time, 0);
  }
  const chunk = stream ? 1 : CHUNK;
  while (remaining > 0) {
    const count = min(remaining, chunk);
    p0 += stepBytes;
    p1 += stepBytes;
    p2 += stepBytes;
    p3 += stepBytes;
    layIncrements<S, T>(
      increments, previous, p0, p1, p2, p3, stepBytes, count, channels, time, timeStep,
    );
    multiplyExponential<T>(state, increments, count, dimension, depth, scratch);
    if (stream) prefix = storeStates<T>(state, words, used, prefix, outBytes);
    const moved = <usize>(count - 1) * stepBytes;
    p0 += moved;
    p1 += moved;
    p2 += moved;
    p3 += moved;
    remaining -= count;
  }
  if (basepoint && reversed) {
    layReturn<S, T>(increments, previous, channels, time);
    multiplyExponential<T>(state, increments, 1, dimension, depth, scratch);
    if (stream) prefix = storeStates<T>(state, words, used, prefix, outBytes);
  }
  if (!stream) storeStates<T>(state, words, used, prefix, outBytes);
}

/** Writes the used lanes' signatures; returns where the next prefixes go. */
function storeStates<T>(
  state: usize, words: i32, used: i32, out: usize, outBytes: usize,
): usize {
  for (let lane = 0; lane < used; lane++) {
    storeLane<T>(state, words, lane, out + <usize>lane * outBytes);
  }
  return out + <usize>words * sizeof<T>();
}

/** Makes all lanes but the first the identity. */
function keepFirstLane<T>(state: usize, words: i32): void {
  const first = sizeof<T>() == 4 ? i32x4(-1, 0, 0, 0) : i64x2(-1, 0);
  for (let word = 0; word < words; word++) {
    const at = state + (word << 4);
    v128.store(at, v128.and(v128.load(at), first));
  }
}

/** The product of all lanes in order, in every lane. Uses the two places after the state. */
function joinLanes<T>(state: usize, channels: i32, depth: i32, words: i32): void {
  const right = state + (<usize>words << 4);
  for (let distance = 1; distance < laneCount<T>(); distance <<= 1) {
    for (let word = 0; word < words; word++) {
      const at = state + (word << 4);
      const all = v128.load(at);
      // Lane 0 meets lane `distance`, and in the first round of four lanes lane 2 meets lane 3.
      let shifted: v128;
      if (sizeof<T>() == 4) {
        shifted = distance == 1
          ? v128.shuffle<i32>(all, all, 1, 1, 3, 3)
          : v128.shuffle<i32>(all, all, 2, 2, 2, 2);
      } else {
        shifted = v128.shuffle<i64>(all, all, 1, 1);
      }
      v128.store(right + (word << 4), shifted);
    }
    chenLanes<T>(state, state, right, channels, depth, words);
  }
  spreadLane<T>(state, words, 0);
}
