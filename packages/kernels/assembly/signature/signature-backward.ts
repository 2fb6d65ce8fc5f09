import {
  backwardSteps, bracketFunctional, carriedAt, loadFunctional, spreadFunctional, stepBack,
  storeGradient,
} from './backward-steps';
import { layIncrements, layReturn } from './increments';
import { clearVectors, laneCount, spreadLane } from './lanes';
import { bracketCount } from './brackets';
import { wordCount } from './words';

/**
 * Gradients of functions of signatures with respect to the paths.
 *
 * The points are visited from the last to the first, so that the increments laid out are those of
 * the path backwards. The workspace does not grow with the length; its places are in
 * backward-steps.ts.
 */
export function signaturesBackward<T>(
  workspace: usize, path: usize, paths: i32, pathStride: i32, length: i32, stepStride: i32,
  channels: i32, depth: i32, basepoint: i32, time: i32, reversed: i32, stream: i32,
  signature: usize, signatureStride: i32, cotangent: usize, cotangentStride: i32,
  gradient: usize, gradientPathStride: i32, gradientStepStride: i32,
): void {
  const lanes = laneCount<T>();
  const timeStep = length > 1 ? 1.0 / <f64>(length - 1) : 0;
  if (!reversed) {
    path += (length - 1) * stepStride * sizeof<T>();
    gradient += (length - 1) * gradientStepStride * sizeof<T>();
    stepStride = -stepStride;
    gradientStepStride = -gradientStepStride;
  }
  const pathBytes = <usize>pathStride * sizeof<T>();
  const signatureBytes = <usize>signatureStride * sizeof<T>();
  const cotangentBytes = <usize>cotangentStride * sizeof<T>();
  const gradientBytes = <usize>gradientPathStride * sizeof<T>();
  const fromOrigin = basepoint && reversed;
  const splits = !stream && !fromOrigin && length > (depth + 1) * 16;
  let done = 0;
  while (done < paths) {
    const rest = paths - done;
    const pieces = splits && rest < lanes;
    const used = pieces ? 1 : min(rest, lanes);
    backwardGroup<T>(
      workspace, path, used, pathBytes, length, <usize>stepStride * sizeof<T>(), channels, depth,
      basepoint, time, <T>(reversed ? timeStep : -timeStep), reversed, stream, pieces,
      signature, signatureBytes, cotangent, cotangentBytes,
      gradient, gradientBytes, <usize>gradientStepStride * sizeof<T>(),
    );
    done += used;
    path += <usize>used * pathBytes;
    signature += <usize>used * signatureBytes;
    cotangent += <usize>used * cotangentBytes;
    gradient += <usize>used * gradientBytes;
  }
}

function backwardGroup<T>(
  workspace: usize, path: usize, used: i32, pathBytes: usize, length: i32, stepBytes: usize,
  channels: i32, depth: i32, basepoint: i32, time: i32, timeStep: T, reversed: i32,
  stream: i32, pieces: bool, signature: usize, signatureBytes: usize, cotangent: usize,
  cotangentBytes: usize, gradient: usize, gradientBytes: usize, gradientStep: usize,
): void {
  const dimension = channels + time;
  const row = <usize>dimension << 4;
  const words = wordCount(dimension, depth);
  const functional = workspace;
  const carried = carriedAt(functional, dimension, depth);
  const previous = carried + row;
  const increments = previous + row * 2;
  clearVectors(carried, dimension * 2);
  let prefix = <usize>(length - 1 + basepoint) * <usize>words * sizeof<T>();
  let steps = length - 1;
  let rest = 0;
  let laneBytes = pathBytes;
  let gradientLaneBytes = gradientBytes;
  if (stream) {
    clearVectors(functional, words);
  } else {
    prefix = 0;
    loadFunctional<T>(
      functional, used, signature, signatureBytes, cotangent, cotangentBytes, dimension, depth,
    );
  }
  if (pieces) {
    used = laneCount<T>();
    rest = steps % used;
    steps /= used;
    laneBytes = <usize>steps * stepBytes;
    gradientLaneBytes = <usize>steps * gradientStep;
    spreadFunctional<T>(
      functional, path, laneBytes, stepBytes, steps, channels, depth, time, timeStep,
    );
  }
  bracketFunctional<T>(functional, dimension, depth, false);
  if (basepoint && reversed) {
    // From the origin, where the backward path starts, to its first point.
    const last = used - 1;
    layIncrements<T>(
      increments, previous, path, path + <usize>min(1, last) * pathBytes,
      path + <usize>min(2, last) * pathBytes, path + <usize>min(3, last) * pathBytes,
      stepBytes, 1, channels, false, time, 0,
    );
    if (stream) {
      prefix -= <usize>words * sizeof<T>();
      loadFunctional<T>(
        functional, used, signature + prefix, signatureBytes, cotangent + prefix,
        cotangentBytes, dimension, depth,
      );
      bracketFunctional<T>(functional, dimension, depth, true);
    }
    stepBack<T>(functional, increments, dimension, depth);
    memory.copy(carried, previous + row, row);
  }
  backwardSteps<T>(
    functional, path, laneBytes, used, stepBytes, steps, channels, depth, time, timeStep,
    gradient, gradientLaneBytes, gradientStep,
    stream, prefix, signature, signatureBytes, cotangent, cotangentBytes,
  );
  gradient += <usize>steps * gradientStep;
  if (pieces) {
    // A piece's first point has the increment to it in the piece before.
    for (let lane = 1; lane < used; lane++) {
      for (let channel = 0; channel < channels; channel++) {
        const offset = <usize>channel * sizeof<T>();
        const from = carried + (channel << 4) + <usize>(lane - 1) * sizeof<T>();
        store<T>(gradient + offset, <T>(load<T>(gradient + offset) - load<T>(from)));
      }
      gradient += gradientLaneBytes;
    }
    // Behind the last piece are the increments that were left over.
    const brackets = bracketCount(dimension, depth);
    spreadLane<T>(carried - (<usize>brackets << 4), brackets + dimension * 2, used - 1);
    path += <usize>(length - 1 - rest) * stepBytes;
    used = 1;
    backwardSteps<T>(
      functional, path, 0, used, stepBytes, rest, channels, depth, time, timeStep,
      gradient, 0, gradientStep, 0, 0, 0, 0, 0, 0,
    );
    gradient += <usize>rest * gradientStep;
  }
  const step = previous + row;
  clearVectors(step, dimension);
  if (basepoint && !reversed) {
    layReturn<T>(increments, previous, channels, time);
    if (stream) {
      loadFunctional<T>(
        functional, used, signature, signatureBytes, cotangent, cotangentBytes, dimension, depth,
      );
      bracketFunctional<T>(functional, dimension, depth, true);
    }
    stepBack<T>(functional, increments, dimension, depth);
  }
  storeGradient<T>(step, carried, channels, used, gradient, gradientLaneBytes);
}
