import { seededRandom } from '@sig/kernels/random';
import type { Dataset } from '../src/index.js';

/** Points around the corners of a square, [2], one class for each pair of opposite corners. */
export function crossedCorners(count: number, seed = 1): Dataset {
  const random = seededRandom(seed);
  const labels = new Uint8Array(count).map((_, index) => index % 2);
  const points = Array.from(labels, (label) => {
    const x = random() < 0.5 ? -1 : 1;
    const y = label === 0 ? x : -x;
    return [x + random() - 0.5, y + random() - 0.5];
  });
  return {
    count,
    classes: ['same', 'crossed'],
    labels,
    read: (index, target) => target.set(points[index]),
  };
}

/** Sequences [length, 2] of noise with a bump in one of the channels: the class. */
export function bumps(count: number, length: number, seed = 1): Dataset {
  const random = seededRandom(seed);
  const labels = new Uint8Array(count).map((_, index) => index % 2);
  const sequences = Array.from(labels, (label) => {
    const values = Float32Array.from({ length: 2 * length }, () => random() - 0.5);
    const place = Math.floor(random() * length);
    values[2 * place + label] += 3;
    return values;
  });
  return {
    count,
    classes: ['left', 'right'],
    labels,
    read: (index, target) => target.set(sequences[index]),
  };
}
