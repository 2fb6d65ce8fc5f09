import { seededRandom } from '@sig/image-paths';

/**
 * Indices of at most `limit` samples, each class in its share of the whole and none left out where
 * the limit allows it, in ascending order.
 */
export function selectStratified(labels: ArrayLike<number>, limit: number, seed: number): number[] {
  const random = seededRandom(seed);
  const byClass = new Map<number, { index: number; key: number }[]>();
  for (let index = 0; index < labels.length; index++) {
    const members = byClass.get(labels[index]) ?? [];
    members.push({ index, key: random() });
    byClass.set(labels[index], members);
  }
  // The rank within the class, from 0 to 1: taking the lowest ranks takes equal shares.
  const ranked = [...byClass.values()].flatMap((members) =>
    members
      .sort((a, b) => a.key - b.key)
      .map(({ index }, rank) => ({ index, rank: rank / members.length })),
  );
  return ranked
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .slice(0, limit)
    .map(({ index }) => index)
    .sort((a, b) => a - b);
}
