import { copyIn } from '../arrays/copy-in.js';
import type { RealData } from '../arrays/real-array.js';
import { rowsOf } from '../arrays/rows-of.js';
import type { SignatureJob } from './signature-job.js';

/** Copies some paths of a job side by side into `target`, each after its start point if asked. */
export function loadPaths(
  { path, shape, start }: SignatureJob,
  withStart: boolean,
  target: RealData,
  first: number,
  count: number,
): void {
  const { single, length, channels } = shape;
  if (start === undefined || !withStart) {
    copyIn(single ? path : rowsOf(path, first, count), target);
    return;
  }
  for (let row = 0; row < count; row++) {
    const at = row * (length + 1) * channels;
    start(first + row, target, at);
    copyIn(single ? path : path.pick(first + row, null, null), target, at + channels);
  }
}
