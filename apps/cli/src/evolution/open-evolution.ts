import type { Progress } from '../output/progress.js';
import type { EvolutionFile, SavedEvolution } from './evolution-file.js';

/** The state to go on from, where that is wished and there is one; words about it where not. */
export function openEvolution(
  file: EvolutionFile,
  resume: boolean | undefined,
  progress: Progress,
): SavedEvolution | undefined {
  if (!file.exists()) {
    if (resume) progress.note(`there is no ${file.path}; evolving from the beginning`);
    return undefined;
  }
  if (resume) return file.read();
  progress.note(
    `${file.path} is of an evolution that was stopped; it will be replaced (--resume goes on with it)`,
  );
  return undefined;
}
