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
