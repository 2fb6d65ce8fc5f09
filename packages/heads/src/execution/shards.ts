import type { Slice } from './push-forward.js';

/** Cuts a batch into one contiguous shard a thread, and each shard into chunks. */
export function shards(
  count: number,
  threads: number,
  chunk: number,
  { training, seed }: Pick<Slice, 'training' | 'seed'>,
): Slice[][] {
  return Array.from({ length: threads }, (_, thread) => {
    const start = Math.floor((thread * count) / threads);
    const size = Math.floor(((thread + 1) * count) / threads) - start;
    // As equal as can be: a batch normalisation has nothing to say about a rest of one sample.
    const chunks = Math.ceil(size / chunk);
    return Array.from({ length: chunks }, (_, place) => {
      const first = Math.floor((place * size) / chunks);
      const end = Math.floor(((place + 1) * size) / chunks);
      return { first: start + first, count: end - first, training, seed };
    });
  });
}
