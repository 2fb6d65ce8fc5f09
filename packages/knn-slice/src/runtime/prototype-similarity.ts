import { requireInteger } from '../arguments/require-integer.js';

import type { RuntimeLayer } from './runtime-layer.js';
import { widthOf } from './width-of.js';

/** The layer `prototypeSimilarity`: x·b - |b|² / 2 for each prototype b. */
export const prototypeSimilarity: RuntimeLayer = ({ options, inputShape, weight }) => {
  const count = Number(options.count);
  requireInteger('count', count, 1);
  const width = widthOf(inputShape);
  const prototypes = weight('prototypes', count * width, width);
  return {
    outputShape: [count],
    run(memory, from, to) {
      for (let row = 0, at = 0; row < count; row++) {
        let sum = 0;
        for (let i = 0; i < width; i++, at++) {
          sum += prototypes[at] * (memory[from + i] - prototypes[at] / 2);
        }
        memory[to + row] = sum;
      }
    },
  };
};
