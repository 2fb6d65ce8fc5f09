import type Sharp from 'sharp';

/**
 * Runs with sharp's operation cache off and one thread an image: files are parallel already, and
 * no file is seen twice. Both are settings of the whole process, so they are put back.
 */
export async function withPlainSharp(sharp: typeof Sharp, run: () => Promise<void>): Promise<void> {
  const threads = sharp.concurrency();
  const cache = sharp.cache();
  sharp.concurrency(1);
  sharp.cache(false);
  try {
    await run();
  } finally {
    sharp.concurrency(threads);
    sharp.cache({ memory: cache.memory.max, files: cache.files.max, items: cache.items.max });
  }
}
