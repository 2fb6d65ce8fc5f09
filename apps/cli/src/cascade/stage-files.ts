import { basename, extname } from 'node:path';
import { UsageError } from '../errors.js';

/** What a stage of a cascade is in: a model to run, or what a model said. */
export type StageFileKind = 'model' | 'onnx' | 'recording';

/** What a file is by its name. */
export function kindOfStageFile(file: string): StageFileKind {
  if (/\.(npz|json)$/i.test(file)) return 'recording';
  return /\.onnx$/i.test(file) ? 'onnx' : 'model';
}

/**
 * Whether files are recordings; models otherwise.
 *
 * @throws UsageError where there are both: what a model would say about a recording's images is not known.
 */
export function areRecordings(files: readonly string[]): boolean {
  const recordings = files.filter((file) => kindOfStageFile(file) === 'recording');
  if (recordings.length === 0 || recordings.length === files.length) return recordings.length > 0;
  throw new UsageError(
    `stages must be all models or all recordings, but ${recordings[0]} is a recording; record the others too`,
  );
}

/** Names of stages: their files without folder and ending, with a number where two are alike. */
export function stageNames(files: readonly string[]): string[] {
  const names = files.map((file) => basename(file, extname(file)));
  return names.map((name, at) => (names.indexOf(name) === at ? name : `${name} ${at + 1}`));
}
