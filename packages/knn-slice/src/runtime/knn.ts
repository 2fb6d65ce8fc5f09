import { checkKnnOptions } from '../layer/check-knn-options.js';
import type { RuntimeLayer } from './runtime-layer.js';
import { widthOf } from './width-of.js';

/** As those of `nearestVotes`: what stands for the logarithm of 0, and by how much the winner leads. */
const NONE = -100;
const LEAD = 2 ** -16;
// Columns after which a reference that is too far already is left.
const STRIDE = 32;

/** The k-NN layer, one sample at a time: distances in float64, each left where it gets too long. */
export const knn: RuntimeLayer = ({ options, inputShape, weight }) => {
  const { k: given, vote: kind, counts: list } = options;
  const { counts, count, k, vote } = checkKnnOptions({ counts: list, k: given, vote: kind });
  const width = widthOf(inputShape);
  const references = weight('references', count * width, width);
  const squares = new Float64Array(k);
  const labels = new Int32Array(k);
  const shares = new Float64Array(counts.length);
  return {
    outputShape: [counts.length],
    run(memory, from, to) {
      squares.fill(Number.POSITIVE_INFINITY);
      let at = 0;
      for (let label = 0; label < counts.length; label++) {
        for (const end = at + counts[label] * width; at < end; at += width) {
          let sum = 0;
          for (let i = 0; i < width; ) {
            for (const stop = Math.min(width, i + STRIDE); i < stop; i++) {
              const difference = memory[from + i] - references[at + i];
              sum += difference * difference;
            }
            if (!(sum < squares[k - 1])) break;
          }
          if (!(sum < squares[k - 1])) continue;
          let place = k - 1;
          for (; place > 0 && sum < squares[place - 1]; place--) {
            squares[place] = squares[place - 1];
            labels[place] = labels[place - 1];
          }
          squares[place] = sum;
          labels[place] = label;
        }
      }
      shares.fill(0);
      const exact = squares[0] === 0;
      let total = 0;
      for (let place = 0; place < k; place++) {
        const square = squares[place];
        const one = vote === 'majority' ? 1 : exact ? +(square === 0) : 1 / Math.sqrt(square);
        const share = square < Number.POSITIVE_INFINITY ? one : 0;
        shares[labels[place]] += share;
        total += share;
      }
      let winner = labels[0];
      for (const label of labels) if (shares[label] > shares[winner]) winner = label;
      let second = NONE;
      for (let label = 0; label < counts.length; label++) {
        memory[to + label] = shares[label] > 0 ? Math.log(shares[label] / total) : NONE;
        if (label !== winner) second = Math.max(second, memory[to + label]);
      }
      memory[to + winner] = Math.max(memory[to + winner], second + LEAD);
    },
  };
};
