import { defaultRecipe } from '@sig/image-paths';
import { createSetReader } from '../data/read-set.js';
import type { Job } from './list-jobs.js';

/** Decodes every set at every size that jobs need, one after the other, so that no two processes do. */
export async function decodeSets(
  jobs: readonly Job[],
  { folder, sets, onSet }: { folder: string; sets: string; onSet?: (name: string) => void },
): Promise<void> {
  const seen = new Set<string>();
  for (const { experiment } of jobs) {
    const { width, height, channels } = defaultRecipe(experiment.features);
    const name = `${experiment.set} at ${width}×${height}`;
    if (seen.has(name + channels)) continue;
    seen.add(name + channels);
    onSet?.(name);
    const size = { width, height, channels: channels === 'rgb' ? 3 : 1 } as const;
    await createSetReader(folder, sets)(experiment.set, size);
  }
}
