/** A piece of working memory that is in use from one step to another, both included. */
export interface Tenant {
  readonly bytes: number;
  readonly first: number;
  readonly last: number;
}

/** Alignment of every piece. */
const ALIGNMENT = 8;

/**
 * Places pieces of memory so that those in use at the same time do not overlap: the largest first,
 * each at the lowest place that is free while it is in use.
 *
 * @returns the offset of each piece in bytes, and the bytes of all together.
 */
export function planMemory(tenants: readonly Tenant[]): { offsets: number[]; bytes: number } {
  const offsets: number[] = tenants.map(() => -1);
  const order = tenants.map((_, index) => index);
  order.sort((a, b) => tenants[b].bytes - tenants[a].bytes || a - b);
  let bytes = 0;
  for (const index of order) {
    const { first, last, bytes: size } = tenants[index];
    const neighbours = order
      .filter((other) => offsets[other] >= 0)
      .filter((other) => tenants[other].first <= last && tenants[other].last >= first)
      .sort((a, b) => offsets[a] - offsets[b]);
    let offset = 0;
    for (const other of neighbours) {
      if (offset + size <= offsets[other]) break;
      const end = offsets[other] + tenants[other].bytes;
      offset = Math.max(offset, Math.ceil(end / ALIGNMENT) * ALIGNMENT);
    }
    offsets[index] = offset;
    bytes = Math.max(bytes, offset + size);
  }
  return { offsets, bytes: Math.ceil(bytes / ALIGNMENT) * ALIGNMENT };
}
