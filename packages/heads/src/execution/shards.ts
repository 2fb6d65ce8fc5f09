import type { Slice } from './push-forward.js';

/** Cuts a batch into one contiguous shard a thread, and each shard into chunks. */
export function shards(
  count: number,
  threads: number,
  chunk: number,
  { training, seed }: Pick<Slice, 'training' | 'seed'>,
): Slice[][] {
  return Array.from({ length: threads }, (_, thread) => {
    const slices: Slice[] = [];
    const end = Math.floor(((thread + 1) * count) / threads);
    for (let first = Math.floor((thread * count) / threads); first < end; first += chunk) {
      slices.push({ first, count: Math.min(chunk, end - first), training, seed });
    }
    return slices;
  });
}
