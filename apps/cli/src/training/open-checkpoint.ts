import type { SavedCheckpoint } from '@sig/edge';
import type { Progress } from '../output/progress.js';
import type { CheckpointFile } from './checkpoint-file.js';

/** The checkpoint to go on from, where that is wished and there is one; words about it where not. */
export function openCheckpoint(
  file: CheckpointFile,
  resume: boolean | undefined,
  progress: Progress,
): SavedCheckpoint | undefined {
  if (!file.exists()) {
    if (resume) progress.note(`there is no ${file.path}; training from the beginning`);
    return undefined;
  }
  if (resume) return file.read();
  progress.note(
    `${file.path} is of a training that was stopped; it will be replaced (--resume goes on with it)`,
  );
  return undefined;
}
