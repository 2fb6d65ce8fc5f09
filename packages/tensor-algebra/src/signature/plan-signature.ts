import type { NdArray } from 'ndarray';
import { requireDepth } from '../arguments/require-depth.js';
import { requirePath } from '../arguments/require-path.js';
import { requireTensor } from '../arguments/require-tensor.js';
import { requireAllocatable } from '../arrays/allocate.js';
import type { RealArray, RealData } from '../arrays/real-array.js';
import { signatureLength } from '../words/signature-length.js';
import { type SignatureJob, stepsOf } from './signature-job.js';
import type { PathOptions } from './signature-options.js';
import { startPoints } from './start-points.js';

/** Checks a path and its options and puts them together; throws as `signature` does. */
export function planSignature<A extends RealData>(
  path: NdArray<A>,
  depth: number,
  options: PathOptions<A>,
  scalarTerm = false,
): SignatureJob {
  const { basepoint = false, inverse = false, stream = false, initial } = options;
  requireDepth(depth);
  const shape = requirePath(path);
  const words = signatureLength(shape.channels, depth);
  const start = startPoints(basepoint, shape);
  const initialLead = scalarTerm ? 1 : 0;
  const inputs: RealArray[] = initial === undefined ? [path] : [path, initial];
  if (typeof basepoint === 'object' && 'data' in basepoint) inputs.push(basepoint);
  const job: SignatureJob = {
    path,
    inputs,
    shape,
    depth,
    words,
    start,
    startsAtOrigin: basepoint === true,
    inverse,
    stream,
    initial,
    initialLead,
  };
  requireAllocatable(
    shape.batch * stepsOf(job) * (words + initialLead),
    path.data.BYTES_PER_ELEMENT,
  );
  if (initial !== undefined) requireInitial(initial, job);
  return job;
}

function requireInitial(initial: NdArray<RealData>, job: SignatureJob): void {
  const { path, shape, depth, words, initialLead } = job;
  const given = requireTensor('initial', initial, shape.channels, initialLead === 1);
  if (initial.dtype !== path.dtype) {
    throw new TypeError(`initial must be of ${path.dtype} as the path is, got ${initial.dtype}`);
  }
  if (given.depth !== depth || (!given.single && given.batch !== shape.batch)) {
    const wanted = words + initialLead;
    throw new RangeError(
      `initial must have the shape [${wanted}] or [${shape.batch}, ${wanted}], got [${initial.shape.join(', ')}]`,
    );
  }
}
