import type { PathShape } from '../arguments/require-path.js';
import type { RealArray } from '../arrays/real-array.js';
import type { StartPoints } from './start-points.js';

/** Everything that the signatures of a batch depend on, checked. */
export interface SignatureJob {
  path: RealArray;
  /** All arrays that are read, which an output must not overlap. */
  inputs: readonly RealArray[];
  shape: PathShape;
  depth: number;
  /** Words of a signature without scalar. */
  words: number;
  start: StartPoints | undefined;
  /** The start is the origin, which the kernels know. */
  startsAtOrigin: boolean;
  inverse: boolean;
  stream: boolean;
  /** Signatures to go on from, [words] or [batch, words], and where level 1 starts in each. */
  initial: RealArray | undefined;
  initialLead: 0 | 1;
}

/** Signatures that each path of a job has: one, or with `stream` one for each increment. */
export function stepsOf({ shape, start, stream }: SignatureJob): number {
  return stream ? incrementsOf({ shape, start }) : 1;
}

/** Increments of a path, that from its basepoint included. */
export function incrementsOf({ shape, start }: Pick<SignatureJob, 'shape' | 'start'>): number {
  return shape.length - 1 + (start === undefined ? 0 : 1);
}

/** The shape of a job's results, each of so many numbers. */
export function resultShape(job: SignatureJob, size: number): number[] {
  const { single, batch } = job.shape;
  return [...(single ? [] : [batch]), ...(job.stream ? [stepsOf(job)] : []), size];
}
