import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';

const SUMMED = 256;
const NONE = -100;
const LEAD = 2 ** -16;

/** Ranks candidates exactly and lets the k nearest vote. */
export function nearestVotes(memory: MemoryViews): KernelFunction {
  return (
    _workspace,
    queries,
    rows,
    references,
    count,
    width,
    offsets,
    values,
    indices,
    kept,
    labels,
    classes,
    k,
    byDistance,
    _room,
    logits,
  ) => {
    const { reals, realShift, int32 } = memory;
    const [query, reference, offset, value, label, out] = [
      queries,
      references,
      offsets,
      values,
      labels,
      logits,
    ].map((pointer) => pointer >>> realShift);
    let largest = 0;
    for (let j = 0; j < count; j++) largest = Math.max(largest, reals[offset + j]);
    const additions = Math.min(width, SUMMED) + Math.ceil(width / SUMMED) + 8;
    const squareTo = (row: number, index: number): number => {
      let sum = 0;
      for (let j = 0; j < width; j++) {
        sum += (reals[query + row * width + j] - reals[reference + index * width + j]) ** 2;
      }
      return sum;
    };
    for (let row = 0; row < rows; row++) {
      const nearest = (places: readonly number[]) =>
        places
          .map((index) => ({ index, square: squareTo(row, index) }))
          .filter(({ square }) => square < Number.POSITIVE_INFINITY)
          .sort((a, b) => a.square - b.square || a.index - b.index)
          .slice(0, k);
      const from = (indices >>> 2) + row * kept;
      const candidates = [...int32.subarray(from, from + kept)].filter((index) => index >= 0);
      let found = nearest(candidates);
      let own = 0;
      for (let j = 0; j < width; j++) own += reals[query + row * width + j] ** 2;
      const others =
        reals[value + row * kept + kept - 1] + own - additions * 2 ** -24 * (own + largest);
      const sure = found.length === k && found[k - 1].square < others;
      if (!sure && candidates.length < count) {
        found = nearest(Array.from({ length: count }, (_, index) => index));
      }
      const shares = new Float64Array(classes);
      const exact = found.length > 0 && found[0].square === 0;
      let total = 0;
      for (const { index, square } of found) {
        const weight = !byDistance ? 1 : exact ? +(square === 0) : 1 / Math.sqrt(square);
        shares[reals[label + index]] += weight;
        total += weight;
      }
      let winner = found.length > 0 ? reals[label + found[0].index] : 0;
      for (const { index } of found) {
        if (shares[reals[label + index]] > shares[winner]) winner = reals[label + index];
      }
      let second = NONE;
      const at = out + row * classes;
      for (let c = 0; c < classes; c++) {
        const share = shares[c] / total;
        reals[at + c] = share > 0 ? Math.log(share) : NONE;
        if (c !== winner) second = Math.max(second, reals[at + c]);
      }
      reals[at + winner] = Math.max(reals[at + winner], second + LEAD);
    }
  };
}
