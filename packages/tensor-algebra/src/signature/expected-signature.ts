import type { NdArray } from 'ndarray';
import { requireArray } from '../arguments/require-array.js';
import { requireFinite } from '../arguments/require-finite.js';
import { requirePathShape } from '../arguments/require-path.js';
import { allocateLike } from '../arrays/allocate.js';
import type { RealArray, RealData } from '../arrays/real-array.js';
import { defaultEngine } from '../engine/default-engine.js';
import { computeSignatures } from './compute-signatures.js';
import { planSignature } from './plan-signature.js';
import type { PathOptions } from './signature-options.js';

export interface ExpectedSignatureOptions<A extends RealData>
  extends Pick<PathOptions<A>, 'basepoint' | 'engine'> {
  /** Weights of the paths, [batch]; they are divided by their sum. Equal by default. */
  weights?: RealArray;
}

/**
 * The mean of the signatures of a set of paths: it characterises the law they are drawn from
 * (Chevyrev & Lyons 2016; Chevyrev & Kormilitzin 2016, §2).
 *
 * `paths` is [batch, length, channels], the result [words]. The sum is kept in float64.
 *
 * @throws TypeError for paths of the wrong rank or type.
 * @throws RangeError for an empty set, numbers that are not finite, or weights that do not fit or
 * have no positive sum.
 *
 * @example
 * expectedSignature(paths, 4); // ndarray [120] for 3 channels
 */
export function expectedSignature<A extends RealData>(
  paths: NdArray<A>,
  depth: number,
  options: ExpectedSignatureOptions<A> = {},
): NdArray<A> {
  const { basepoint, weights, engine = defaultEngine() } = options;
  const { single, batch } = requirePathShape(paths, 'paths');
  if (single || batch === 0) {
    throw new RangeError(
      `paths must be [batch, length, channels] with one path at least, got [${paths.shape.join(', ')}]`,
    );
  }
  const job = planSignature(paths, depth, { basepoint });
  const shares = weights === undefined ? undefined : requireWeights(weights, batch);
  const sum = new Float64Array(job.words);
  computeSignatures(job, engine, (tensors, first, count) => {
    for (let row = 0; row < count; row++) {
      const share = shares === undefined ? 1 / batch : shares[first + row];
      for (let word = 0; word < job.words; word++) {
        sum[word] += share * tensors[row * job.words + word];
      }
    }
  });
  const result = allocateLike(paths.data, [job.words]);
  result.data.set(sum);
  return result;
}

function requireWeights(weights: RealArray, batch: number): number[] {
  requireArray('weights', weights, [1], '[batch]');
  requireFinite(weights, 'weights');
  const values = Array.from({ length: weights.size }, (_, index) => weights.get(index));
  const total = values.reduce((sum, value) => sum + value, 0);
  if (values.length !== batch || values.some((value) => value < 0) || total <= 0) {
    throw new RangeError(
      `weights must be ${batch} numbers of at least 0 with a positive sum, got ${values.length} with the sum ${total}`,
    );
  }
  return values.map((value) => value / total);
}
