import { copyIn } from '../arrays/copy-in.js';
import type { RealData } from '../arrays/real-array.js';
import type { SignatureJob } from './signature-job.js';

/** Copies the signatures that some paths go on from into `target`, without their scalars. */
export function loadInitials(
  { initial, initialLead, words }: SignatureJob,
  target: RealData,
  first: number,
  count: number,
): void {
  if (initial === undefined) return;
  for (let row = 0; row < count; row++) {
    const own = initial.dimension === 1 ? initial : initial.pick(first + row, null);
    copyIn(own.lo(initialLead), target, row * words);
  }
}
