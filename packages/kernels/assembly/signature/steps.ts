import { compactSteps, hasCompactSteps } from '../generated/signature-steps';
import { layIncrements } from './increments';
import { minimalSteps } from './minimal-steps';
import { multiplyExponential } from './multiply-exponential';
import { completeSignature, completionBytes, planCompletion } from './shuffle-completion';
import { wordCount } from './words';

/** Increments laid out at a time: they and the state stay in the first-level cache. */
export const CHUNK = 32;

/** How a step is done: on all words, or on those from which the others follow at the end. */
export type StepMode = i32;
export const ALL_WORDS: StepMode = 0;
/** On the state itself, by code written for the numbers of channels and levels. */
export const COMPACT: StepMode = 1;
/** On a state of its own, for any number of channels. */
export const MINIMAL: StepMode = 2;

/** Offsets in the completion's table are of 16 bits. */
const MOST_WORDS = 4095;
const MOST_LEVELS = 6;

/** The quickest way for groups of so many steps; float64 paths are few, and take all words. */
export function chooseStepMode<T>(
  channels: i32, depth: i32, stepsOfGroup: i32, groups: i32,
): StepMode {
  if (sizeof<T>() == 8 || channels == 1 || depth == 1 || depth > MOST_LEVELS) return ALL_WORDS;
  // Filling a word in costs about as many operations as it has shuffles, and planning that once
  // for all groups as many as it has subsets of letters.
  const shuffles = completionBytes(channels, depth) / wordCount(channels, depth) >> 1;
  if (stepsOfGroup < shuffles || stepsOfGroup * groups < 3 << depth) return ALL_WORDS;
  if (hasCompactSteps(channels, depth)) return COMPACT;
  const few = stepsOfGroup * groups < 16 << depth;
  return few || wordCount(channels, depth) > MOST_WORDS ? ALL_WORDS : MINIMAL;
}

/** Bytes of the plan that `planSteps` writes. */
export function planBytes(mode: StepMode, channels: i32, depth: i32): usize {
  return mode == ALL_WORDS ? 0 : (completionBytes(channels, depth) + 15) & ~15;
}

export function planSteps(plan: usize, mode: StepMode, channels: i32, depth: i32): void {
  if (mode != ALL_WORDS) planCompletion(plan, channels, depth, mode == MINIMAL);
}

/** Multiplies the lanes' states by the exponentials of increments. */
export function advance<T>(
  mode: StepMode, state: usize, minimal: usize, increments: usize, count: i32, channels: i32,
  depth: i32, scratch: usize,
): void {
  if (sizeof<T>() == 4) {
    if (mode == COMPACT) {
      compactSteps(state, increments, count, channels, depth);
      return;
    }
    if (mode == MINIMAL) {
      minimalSteps<T>(minimal, increments, count, channels, depth, scratch);
      return;
    }
  }
  multiplyExponential<T>(state, increments, count, channels, depth, scratch);
}

/** Makes the lanes' states whole after the last step. */
export function finishSteps<T>(mode: StepMode, state: usize, minimal: usize, plan: usize): void {
  if (sizeof<T>() == 4 && mode != ALL_WORDS) completeSignature(state, minimal, plan);
}

/**
 * Lays out and takes `steps` increments, from the points at p0 … p3 on; `previous` holds the points
 * before, the chunk of increments and the scratch stand behind it.
 */
export function takeSteps<T>(
  mode: StepMode, state: usize, minimal: usize, previous: usize, p0: usize, p1: usize, p2: usize,
  p3: usize, stepBytes: usize, steps: i32, channels: i32, depth: i32, pixels: bool, time: i32,
  timeStep: T,
): void {
  const dimension = channels + time;
  const increments = previous + (<usize>dimension << 4);
  const scratch = increments + (<usize>dimension * CHUNK << 4);
  while (steps > 0) {
    const count = min(steps, CHUNK);
    layIncrements<T>(
      increments, previous, p0, p1, p2, p3, stepBytes, count, channels, pixels, time, timeStep,
    );
    advance<T>(mode, state, minimal, increments, count, dimension, depth, scratch);
    const moved = <usize>count * stepBytes;
    p0 += moved;
    p1 += moved;
    p2 += moved;
    p3 += moved;
    steps -= count;
  }
}
