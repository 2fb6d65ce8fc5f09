import { rank } from '../strategy/rank.js';

/**
 * The places of values that come in pairs of mirrored candidates: first the better of each pair
 * from the best down, then the others. Without it, recombining both of a pair shrinks the step.
 */
export function pairwiseRank(values: Float64Array): number[] {
  const order = rank(values);
  const place = new Int32Array(values.length);
  order.forEach((index, at) => {
    place[index] = at;
  });
  const wins = (index: number): boolean => {
    const other = index ^ 1;
    return other >= values.length || place[index] < place[other];
  };
  return [...order.filter(wins), ...order.filter((index) => !wins(index))];
}
