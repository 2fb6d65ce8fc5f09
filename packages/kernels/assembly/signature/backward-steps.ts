import { bracketCount, bracketValues } from './brackets';
import { coadjointStep } from './coadjoint';
import { antipodeLanes, contractLeft, contractRight } from './contractions';
import { layIncrements } from './increments';
import { prefixLanes } from './join-lanes';
import { clearVectors, loadUsed } from './lanes';
import { CHUNK, chooseStepMode, finishSteps, planSteps, takeSteps } from './steps';
import { levelSize, wordCount } from './words';

// The workspace: the functional on words, another state, room for a third or for two levels
// of words, and the functional on brackets; then rows of a vector a channel: the gradient carried on to the next
// point, the last point, the gradient of a step, and a chunk of increments; then the scratch of a
// step.

function bracketsAt(functional: usize, dimension: i32, depth: i32): usize {
  const words = wordCount(dimension, depth);
  return functional + (<usize>(words * 2 + max(words, levelSize(dimension, depth) * 2)) << 4);
}

export function carriedAt(functional: usize, dimension: i32, depth: i32): usize {
  return bracketsAt(functional, dimension, depth) + (<usize>bracketCount(dimension, depth) << 4);
}

/** Sets the functional to v ↦ ⟨cotangent, signature ⊗ v⟩ on words. */
export function loadFunctional<T>(
  functional: usize, used: i32, signature: usize, signatureBytes: usize, cotangent: usize,
  cotangentBytes: usize, dimension: i32, depth: i32,
): void {
  const words = wordCount(dimension, depth);
  const state = functional + (<usize>words << 4);
  loadUsed<T>(state, words, used, signature, signatureBytes);
  loadUsed<T>(functional, words, used, cotangent, cotangentBytes);
  contractLeft<T>(functional, 1, state, functional, dimension, depth);
}

/** Writes the functional on brackets, or adds it to what is there. */
export function bracketFunctional<T>(
  functional: usize, dimension: i32, depth: i32, add: bool,
): void {
  const spare = functional + (<usize>wordCount(dimension, depth) * 2 << 4);
  bracketValues<T>(
    bracketsAt(functional, dimension, depth), functional, dimension, depth, spare, add,
  );
}

/** One step, its gradient written to the row behind the last point. */
export function stepBack<T>(functional: usize, back: usize, dimension: i32, depth: i32): void {
  const row = <usize>dimension << 4;
  const carried = carriedAt(functional, dimension, depth);
  coadjointStep<T>(
    bracketsAt(functional, dimension, depth), back, carried + row * 2,
    dimension, depth, carried + row * (3 + CHUNK),
  );
}

/**
 * Goes `steps` steps along the backward path in every lane, and writes the gradient of every point
 * but the last one: that of the increment to it minus that of the increment from it.
 */
export function backwardSteps<T>(
  functional: usize, path: usize, laneBytes: usize, used: i32, stepBytes: usize, steps: i32,
  channels: i32, depth: i32, time: i32, timeStep: T,
  gradient: usize, gradientLaneBytes: usize, gradientStep: usize,
  stream: i32, prefix: usize, signature: usize, signatureBytes: usize, cotangent: usize,
  cotangentBytes: usize,
): void {
  const dimension = channels + time;
  const row = <usize>dimension << 4;
  const carried = carriedAt(functional, dimension, depth);
  const previous = carried + row;
  const step = previous + row;
  const increments = step + row;
  const prefixBytes = <usize>wordCount(dimension, depth) * sizeof<T>();
  const last = used - 1;
  let p0 = path;
  let p1 = path + <usize>min(1, last) * laneBytes;
  let p2 = path + <usize>min(2, last) * laneBytes;
  let p3 = path + <usize>min(3, last) * laneBytes;
  // Only the points themselves are wanted here, to start from.
  layIncrements<T>(increments, previous, p0, p1, p2, p3, stepBytes, 1, channels, false, time, 0);
  while (steps > 0) {
    const count = min(steps, CHUNK);
    layIncrements<T>(
      increments, previous, p0 + stepBytes, p1 + stepBytes, p2 + stepBytes, p3 + stepBytes,
      stepBytes, count, channels, false, time, timeStep,
    );
    const moved = <usize>count * stepBytes;
    p0 += moved;
    p1 += moved;
    p2 += moved;
    p3 += moved;
    for (let index = 0; index < count; index++) {
      if (stream) {
        prefix -= prefixBytes;
        loadFunctional<T>(
          functional, used, signature + prefix, signatureBytes, cotangent + prefix,
          cotangentBytes, dimension, depth,
        );
        bracketFunctional<T>(functional, dimension, depth, true);
      }
      stepBack<T>(functional, increments + <usize>index * row, dimension, depth);
      storeGradient<T>(step, carried, channels, used, gradient, gradientLaneBytes);
      memory.copy(carried, step, row);
      gradient += gradientStep;
    }
    steps -= count;
  }
}

/** Writes step − carried for the used lanes. */
export function storeGradient<T>(
  step: usize, carried: usize, channels: i32, used: i32, gradient: usize, laneBytes: usize,
): void {
  for (let lane = 0; lane < used; lane++) {
    for (let channel = 0; channel < channels; channel++) {
      const from = (channel << 4) + <usize>lane * sizeof<T>();
      store<T>(
        gradient + <usize>channel * sizeof<T>(), <T>(load<T>(step + from) - load<T>(carried + from)),
      );
    }
    gradient += laneBytes;
  }
}

/**
 * Brings the functional, the same in all lanes, to where each lane's piece of the backward path
 * starts: with the signature k of the pieces before, m(v) becomes m(k ⊗ v ⊗ k⁻¹).
 */
export function spreadFunctional<T>(
  functional: usize, path: usize, pieceBytes: usize, stepBytes: usize, steps: i32,
  channels: i32, depth: i32, time: i32, timeStep: T,
): void {
  const dimension = channels + time;
  const row = <usize>dimension << 4;
  const words = wordCount(dimension, depth);
  const bytes = <usize>words << 4;
  const state = functional + bytes;
  const other = state + bytes;
  const previous = carriedAt(functional, dimension, depth) + row;
  const increments = previous + row;
  // Behind the scratch of a step, which ends with the products.
  const products = increments + row * (CHUNK + depth);
  const plan = products + (<usize>levelSize(dimension, depth - 1) << 4);
  const p1 = path + pieceBytes;
  const p2 = p1 + pieceBytes;
  const p3 = p2 + pieceBytes;
  clearVectors(state, words * 2);
  layIncrements<T>(
    increments, previous, path, p1, p2, p3, stepBytes, 1, channels, false, time, 0,
  );
  const mode = chooseStepMode<T>(dimension, depth, steps, 1);
  planSteps(plan, mode, dimension, depth);
  takeSteps<T>(
    mode, state, other, previous, path + stepBytes, p1 + stepBytes, p2 + stepBytes,
    p3 + stepBytes, stepBytes, steps, channels, depth, false, time, timeStep,
  );
  finishSteps<T>(mode, state, other, plan);
  prefixLanes<T>(state, other, dimension, depth, words);
  contractLeft<T>(functional, 1, state, functional, dimension, depth);
  antipodeLanes<T>(other, state, dimension, depth);
  clearVectors(state, words);
  contractRight<T>(state, 1, other, functional, dimension, depth);
  memory.copy(functional, state, bytes);
}
