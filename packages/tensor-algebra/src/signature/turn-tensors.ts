import type { RealData } from '../arrays/real-array.js';
import { levelStarts } from '../tensor/level-starts.js';
import { tensorAntipode } from '../tensor/tensor-antipode.js';

/** Replaces tensors without scalar, side by side, by their antipodes. */
export function turnTensors(tensors: RealData, channels: number, depth: number): void {
  const words = levelStarts(channels, depth)[depth + 1] - 1;
  const straight = tensors.slice();
  for (let at = 0; at < tensors.length; at += words) {
    tensorAntipode(straight, tensors, channels, depth, false, at);
  }
}
