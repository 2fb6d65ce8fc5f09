import { parseRecording, type Recording } from '@sig/cascade';
import { CommandError } from '../errors.js';
import { readInputFile } from '../files/read-input-file.js';
import { stageNames } from './stage-files.js';

/**
 * Recordings from .npz and JSON files, one for each stage; errors name the file.
 *
 * @param classes names for those that hold none (`0`, `1`, … when left out).
 */
export function readRecordings(files: readonly string[], classes?: readonly string[]): Recording[] {
  const names = stageNames(files);
  return files.map((file, at) => {
    const content = readInputFile(file, 'a recording');
    const named = /\.npz$/i.test(file) ? classes : undefined;
    try {
      return parseRecording(content, { name: names[at], classes: named });
    } catch (error) {
      if (error instanceof Error) throw new CommandError(`${file}: ${error.message}`);
      throw error;
    }
  });
}
