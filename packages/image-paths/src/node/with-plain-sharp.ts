import type Sharp from 'sharp';

/** What of sharp is a setting of the whole process. */
export type SharpSettings = Pick<typeof Sharp, 'concurrency' | 'cache'>;

interface Plain {
  /** Works that are going on. */
  works: number;
  readonly restore: () => void;
}

// The settings belong to the process, and so does the count of those who need them changed.
const changed = new WeakMap<SharpSettings, Plain>();

/**
 * Runs with sharp's operation cache off and one thread an image: files are parallel already, and
 * no file is seen twice. Both are settings of the whole process, so the last of the works that
 * overlap puts them back.
 */
export async function withPlainSharp(
  sharp: SharpSettings,
  run: () => Promise<void>,
): Promise<void> {
  const plain = changed.get(sharp) ?? makePlain(sharp);
  changed.set(sharp, plain);
  plain.works++;
  try {
    await run();
  } finally {
    plain.works--;
    if (plain.works === 0) {
      changed.delete(sharp);
      plain.restore();
    }
  }
}

function makePlain(sharp: SharpSettings): Plain {
  const threads = sharp.concurrency();
  const { memory, files, items } = sharp.cache();
  sharp.concurrency(1);
  sharp.cache(false);
  return {
    works: 0,
    restore() {
      sharp.concurrency(threads);
      sharp.cache({ memory: memory.max, files: files.max, items: items.max });
    },
  };
}
