import { chenLanes } from './chen';
import { laneCount, spreadLane } from './lanes';

/** Makes all lanes but the first the identity. */
export function keepFirstLane<T>(state: usize, words: i32): void {
  const first = sizeof<T>() == 4 ? i32x4(-1, 0, 0, 0) : i64x2(-1, 0);
  for (let word = 0; word < words; word++) {
    const at = state + (word << 4);
    v128.store(at, v128.and(v128.load(at), first));
  }
}

/** The product of all lanes in order, in every lane; `other` is room for one more state. */
export function joinLanes<T>(
  state: usize, other: usize, channels: i32, depth: i32, words: i32,
): void {
  for (let distance = 1; distance < laneCount<T>(); distance <<= 1) {
    for (let word = 0; word < words; word++) {
      const all = v128.load(state + (word << 4));
      // Lane 0 meets lane `distance`; of four lanes, lane 2 meets lane 3 in the first round.
      let shifted: v128;
      if (sizeof<T>() == 4) {
        shifted = distance == 1
          ? v128.shuffle<i32>(all, all, 1, 1, 3, 3)
          : v128.shuffle<i32>(all, all, 2, 2, 2, 2);
      } else {
        shifted = v128.shuffle<i64>(all, all, 1, 1);
      }
      v128.store(other + (word << 4), shifted);
    }
    chenLanes<T>(state, state, other, channels, depth, words);
  }
  spreadLane<T>(state, words, 0);
}

/** Lane l becomes the product of the lanes before it, lane 0 the identity. */
export function prefixLanes<T>(
  state: usize, other: usize, channels: i32, depth: i32, words: i32,
): void {
  shiftLanes<T>(state, state, 1, words);
  if (sizeof<T>() == 8) return;
  shiftLanes<T>(other, state, 1, words);
  chenLanes<T>(other, other, state, channels, depth, words);
  shiftLanes<T>(state, other, 2, words);
  chenLanes<T>(state, state, other, channels, depth, words);
}

/** Moves every lane on by one or two places and zeros, the identity, into the first ones. */
function shiftLanes<T>(to: usize, from: usize, distance: i32, words: i32): void {
  const zero = v128.splat<f64>(0);
  for (let word = 0; word < words; word++) {
    const all = v128.load(from + (word << 4));
    let moved: v128;
    if (sizeof<T>() == 4) {
      moved = distance == 1
        ? v128.shuffle<i32>(all, zero, 4, 0, 1, 2)
        : v128.shuffle<i32>(all, zero, 4, 4, 0, 1);
    } else {
      moved = v128.shuffle<i64>(all, zero, 2, 0);
    }
    v128.store(to + (word << 4), moved);
  }
}
