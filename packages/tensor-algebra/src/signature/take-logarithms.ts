import type { RealData } from '../arrays/real-array.js';
import { levelStarts } from '../tensor/level-starts.js';
import { tensorLog } from '../tensor/tensor-log.js';

/** Replaces tensors without scalar, side by side, by their logarithms. */
export function takeLogarithms(tensors: RealData, channels: number, depth: number): void {
  const starts = levelStarts(channels, depth);
  const words = starts[depth + 1] - 1;
  const group = new Float64Array(words + 1);
  const lie = new Float64Array(words + 1);
  for (let at = 0; at < tensors.length; at += words) {
    group.set(tensors.subarray(at, at + words), 1);
    group[0] = 1;
    tensorLog(group, lie, starts);
    tensors.set(lie.subarray(1), at);
  }
}
