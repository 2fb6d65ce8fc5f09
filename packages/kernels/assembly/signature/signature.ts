import { chenLanes } from './chen';
import { layIncrements, layReturn } from './increments';
import { joinLanes, keepFirstLane } from './join-lanes';
import { clearVectors, laneCount, loadLanes, storeLanes } from './lanes';
import { multiplyExponential } from './multiply-exponential';
import {
  CHUNK, StepMode, advance, chooseStepMode, finishSteps, planBytes, planSteps, takeSteps,
} from './steps';
import { wordCount } from './words';

/**
 * Signatures of paths of reals of the lanes' type T, or of pixels.
 *
 * The workspace holds: the plan of the completion, the state, another of its size, the points seen
 * last, a chunk of increments, and the scratch of a step.
 */
export function signatures<T>(
  workspace: usize, pixels: bool, path: usize, paths: i32, pathStride: i32, length: i32,
  stepStride: i32, channels: i32, depth: i32, basepoint: i32, time: i32, reversed: i32, stream: i32,
  initial: usize, initialStride: i32, out: usize, outStride: i32,
): void {
  const lanes = laneCount<T>();
  const coordinateBytes = pixels ? 1 : <i32>sizeof<T>();
  let timeStep: T = length > 1 ? <T>(1.0 / <f64>(length - 1)) : 0;
  if (reversed) {
    path += (length - 1) * stepStride * coordinateBytes;
    stepStride = -stepStride;
    timeStep = -timeStep;
  }
  const pathBytes = <usize>(pathStride * coordinateBytes);
  const initialBytes = <usize>initialStride * sizeof<T>();
  const outBytes = <usize>outStride * sizeof<T>();
  const splits = !stream && length > (depth + 1) * 8;
  const groups = (paths + lanes - 1) / lanes;
  const stepsOfGroup = stream ? 0 : paths < lanes && splits ? length / lanes : length;
  const mode = chooseStepMode<T>(channels + time, depth, stepsOfGroup, groups);
  const plan = workspace;
  planSteps(plan, mode, channels + time, depth);
  workspace += planBytes(mode, channels + time, depth);
  let done = 0;
  while (done < paths) {
    const rest = paths - done;
    const pieces = splits && rest < lanes;
    const used = pieces ? 1 : min(rest, lanes);
    signatureGroup<T>(
      workspace, mode, plan, pixels, path, used, pathBytes, length,
      <usize>(stepStride * coordinateBytes), channels, depth, basepoint, time, timeStep, reversed,
      stream, pieces, initial, initialBytes, out, outBytes,
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
function signatureGroup<T>(
  workspace: usize, mode: StepMode, plan: usize, pixels: bool, path: usize, used: i32,
  pathBytes: usize, length: i32, stepBytes: usize, channels: i32, depth: i32, basepoint: i32,
  time: i32, timeStep: T, reversed: i32, stream: i32, pieces: bool, initial: usize,
  initialBytes: usize, out: usize, outBytes: usize,
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

  clearVectors(state, words * 2);
  if (initial && stream) loadLanes<T>(state, words, initial, i1, i2, i3);
  clearVectors(previous, channels);
  layIncrements<T>(
    increments, previous, path, p1, p2, p3, stepBytes, 1, channels, pixels, time, 0,
  );
  if (basepoint && !reversed) {
    advance<T>(mode, state, other, increments, 1, dimension, depth, scratch);
    if (stream) out = storePrefix<T>(state, words, used, out, outBytes);
  }

  let steps = length - 1;
  if (pieces) {
    steps /= laneCount<T>();
    const pieceBytes = <usize>steps * stepBytes;
    p1 = path + pieceBytes;
    p2 = p1 + pieceBytes;
    p3 = p2 + pieceBytes;
    keepFirstLane<T>(state, words * 2);
    // Of the pieces only the first points are wanted here, to start from.
    layIncrements<T>(
      increments, previous, path, p1, p2, p3, stepBytes, 1, channels, pixels, time, 0,
    );
  }
  let at = stepBytes;
  const part = stream ? 1 : steps;
  for (; steps > 0; steps -= part) {
    takeSteps<T>(
      mode, state, other, previous, path + at, p1 + at, p2 + at, p3 + at, stepBytes, part,
      channels, depth, pixels, time, timeStep,
    );
    if (stream) out = storePrefix<T>(state, words, used, out, outBytes);
    at += stepBytes;
  }
  finishSteps<T>(mode, state, other, plan);
  if (pieces) {
    joinLanes<T>(state, other, dimension, depth, words);
    // What the equal pieces left over, at most three increments, and after that the last point.
    const rest = (length - 1) % laneCount<T>();
    const end = path + <usize>(length - 1 - rest) * stepBytes;
    layIncrements<T>(
      increments, previous, end, end, end, end, stepBytes, 1, channels, pixels, time, 0,
    );
    const next = end + stepBytes;
    layIncrements<T>(
      increments, previous, next, next, next, next, stepBytes, rest, channels, pixels, time,
      timeStep,
    );
    multiplyExponential<T>(state, increments, rest, dimension, depth, scratch);
  }
  if (basepoint && reversed) {
    layReturn<T>(increments, previous, channels, time);
    multiplyExponential<T>(state, increments, 1, dimension, depth, scratch);
    if (stream) storePrefix<T>(state, words, used, out, outBytes);
  }
  if (stream) return;
  if (initial) {
    loadLanes<T>(other, words, initial, i1, i2, i3);
    chenLanes<T>(other, other, state, dimension, depth, words);
  }
  storeLanes<T>(initial ? other : state, words, used, out, outBytes);
}

/** Writes the used lanes' signatures; returns where the next prefixes go. */
function storePrefix<T>(
  state: usize, words: i32, used: i32, out: usize, outBytes: usize,
): usize {
  storeLanes<T>(state, words, used, out, outBytes);
  return out + <usize>words * sizeof<T>();
}
