/** The samples in the order of one class's scores, ready to be weighted again and again. */
export interface RankedSamples {
  /** Samples by score, highest first. */
  readonly order: Uint32Array;
  /** 1 where the sample of this rank is a positive. */
  readonly positive: Uint8Array;
  /** 1 where the next rank has a lower score; samples of one score cannot be told apart. */
  readonly last: Uint8Array;
}

export function rankSamples(
  scores: ArrayLike<number>,
  positives: ArrayLike<number | boolean>,
): RankedSamples {
  const order = Uint32Array.from({ length: scores.length }, (_, index) => index);
  order.sort((a, b) => scores[b] - scores[a]);
  return {
    order,
    positive: Uint8Array.from(order, (index) => (positives[index] ? 1 : 0)),
    last: Uint8Array.from(order, (index, rank) =>
      rank + 1 < order.length && scores[order[rank + 1]] === scores[index] ? 0 : 1,
    ),
  };
}

/**
 * Average precision and area under the ROC curve of samples that each count several times, in one pass
 * without sorting; NaN where there are no positives, for the area also where there is nothing else.
 */
export function weightedRanking(
  { order, positive, last }: RankedSamples,
  times: Uint32Array,
): { averagePrecision: number; auc: number } {
  let truePositives = 0;
  let falsePositives = 0;
  let truesBefore = 0;
  let falsesBefore = 0;
  let precision = 0;
  let area = 0;
  for (let rank = 0; rank < order.length; rank++) {
    const weight = times[order[rank]];
    if (positive[rank] === 1) truePositives += weight;
    else falsePositives += weight;
    if (last[rank] === 0) continue;
    const trues = truePositives - truesBefore;
    const falses = falsePositives - falsesBefore;
    if (trues > 0) precision += (trues * truePositives) / (truePositives + falsePositives);
    area += falses * (truesBefore + trues / 2);
    truesBefore = truePositives;
    falsesBefore = falsePositives;
  }
  return {
    averagePrecision: precision / truePositives,
    auc: area / (truePositives * falsePositives),
  };
}
