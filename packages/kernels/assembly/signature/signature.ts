import { compactSteps, hasCompactSteps } from '../generated/signature-steps';
import { chenLanes } from './chen';
import { layIncrements, layReturn } from './increments';
import { clearVectors, laneCount, loadLanes, storeLanes } from './lanes';
import { joinLanes, keepFirstLane } from './join-lanes';
import { multiplyExponential } from './multiply-exponential';
import { completeSignature, completionBytes, planCompletion } from './shuffle-completion';
import { wordCount } from './words';

/** Increments laid out at a time: they and the state stay in the first-level cache. */
const CHUNK = 32;
/** From here on it pays to leave words out of the steps and to fill them in at the end. */
const COMPACT_STEPS = 8;
const COMPACT_PLAN_STEPS = 32;

/**
 * Signatures of paths whose coordinates are of type S, computed in lanes of type T.
 *
 * The workspace holds: the plan of the completion, the state, another of its size, the points seen
 * last, a chunk of increments, and the scratch of a step.
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
  const splits = !stream && length > (depth + 1) * 8;
  let plan: usize = 0;
  if (sizeof<T>() == 4) {
    const dimension = channels + time;
    const groupSteps = length / (splits && paths < lanes ? lanes : 1);
    const steps = groupSteps * ((paths + lanes - 1) / lanes);
    if (
      !stream && groupSteps >= COMPACT_STEPS && steps >= COMPACT_PLAN_STEPS &&
      hasCompactSteps(dimension, depth)
    ) {
      plan = workspace;
      workspace += (completionBytes(dimension, depth) + 15) & ~15;
      planCompletion(plan, dimension, depth);
    }
  }
  let done = 0;
  while (done < paths) {
    const rest = paths - done;
    const pieces = splits && rest < lanes;
    const used = pieces ? 1 : min(rest, lanes);
    signatureGroup<S, T>(
      workspace, plan, path, used, pathBytes, length, stepBytes, channels, depth,
      basepoint, time, step, reversed, stream, pieces, initial, initialBytes, out, outBytes,
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
  workspace: usize, plan: usize, path: usize, used: i32, pathBytes: usize, length: i32,
  stepBytes: usize, channels: i32, depth: i32, basepoint: i32, time: i32, timeStep: T,
  reversed: i32, stream: i32, pieces: bool, initial: usize, initialBytes: usize, out: usize,
  outBytes: usize,
): void {
  const dimension = channels + time;
  const words = wordCount(dimension, depth);
  const state = workspace;
  const other = state + (<usize>words << 4);
  const previous = other + (<usize>words << 4);
  const increments = previous + (<usize>dimension << 4);
  const scratch = increments + (<usize>dimension * CHUNK << 4);
  const last = used - 1;
  const l1 = <usize>min(1, last);
  const l2 = <usize>min(2, last);
  const l3 = <usize>min(3, last);
  const i1 = initial + l1 * initialBytes;
  const i2 = initial + l2 * initialBytes;
  const i3 = initial + l3 * initialBytes;
  let p1 = path + l1 * pathBytes;
  let p2 = path + l2 * pathBytes;
  let p3 = path + l3 * pathBytes;

  if (initial && stream) loadLanes<T>(state, words, initial, i1, i2, i3);
  else clearVectors(state, words);
  clearVectors(previous, channels);
  layIncrements<S, T>(increments, previous, path, p1, p2, p3, stepBytes, 1, channels, time, 0);
  if (basepoint && !reversed) {
    advance<T>(state, increments, 1, dimension, depth, scratch, plan);
    if (stream) out = storePrefix<T>(state, words, used, out, outBytes);
  }

  let steps = length - 1;
  if (pieces) {
    steps /= laneCount<T>();
    const pieceBytes = <usize>steps * stepBytes;
    p1 = path + pieceBytes;
    p2 = p1 + pieceBytes;
    p3 = p2 + pieceBytes;
    keepFirstLane<T>(state, words);
    layIncrements<S, T>(increments, previous, path, p1, p2, p3, stepBytes, 1, channels, time, 0);
    // That were the pieces' first points, not increments; it moved `previous` on to them.
  }
  let at = stepBytes;
  const chunk = stream ? 1 : CHUNK;
  while (steps > 0) {
    const count = min(steps, chunk);
    layIncrements<S, T>(
      increments, previous, path + at, p1 + at, p2 + at, p3 + at, stepBytes, count,
      channels, time, timeStep,
    );
    advance<T>(state, increments, count, dimension, depth, scratch, plan);
    if (stream) out = storePrefix<T>(state, words, used, out, outBytes);
    at += <usize>count * stepBytes;
    steps -= count;
  }
  if (plan) completeSignature(state, plan);
  if (pieces) {
    joinLanes<T>(state, other, dimension, depth, words);
    // What the equal pieces left over, at most three increments, and after that the last point.
    const lanes = laneCount<T>();
    const rest = (length - 1) % lanes;
    const end = path + <usize>(length - 1 - rest) * stepBytes;
    layIncrements<S, T>(increments, previous, end, end, end, end, stepBytes, 1, channels, time, 0);
    const next = end + stepBytes;
    layIncrements<S, T>(
      increments, previous, next, next, next, next, stepBytes, rest, channels, time, timeStep,
    );
    multiplyExponential<T>(state, increments, rest, dimension, depth, scratch);
  }
  if (basepoint && reversed) {
    layReturn<S, T>(increments, previous, channels, time);
    multiplyExponential<T>(state, increments, 1, dimension, depth, scratch);
    if (stream) storePrefix<T>(state, words, used, out, outBytes);
  }
  if (stream) return;
  if (initial) {
    loadLanes<T>(other, words, initial, i1, i2, i3);
    chenLanes<T>(other, other, state, dimension, depth, words);
    storeLanes<T>(other, words, used, out, outBytes);
  } else {
    storeLanes<T>(state, words, used, out, outBytes);
  }
}

/** Steps on all words, or with a plan of the completion on those that the others follow from. */
@inline function advance<T>(
  state: usize, increments: usize, count: i32, channels: i32, depth: i32, scratch: usize,
  plan: usize,
): void {
  if (plan) compactSteps(state, increments, count, channels, depth);
  else multiplyExponential<T>(state, increments, count, channels, depth, scratch);
}

/** Writes the used lanes' signatures; returns where the next prefixes go. */
function storePrefix<T>(
  state: usize, words: i32, used: i32, out: usize, outBytes: usize,
): usize {
  storeLanes<T>(state, words, used, out, outBytes);
  return out + <usize>words * sizeof<T>();
}
