import type { Engine } from '@sig/kernels';
import { signatureDoubles, signatureReals, signatureWorkspaceBytes } from '@sig/kernels/signature';
import { numberFormat } from '../engine/number-format.js';
import { levelStarts } from '../tensor/level-starts.js';
import { tensorAntipode } from '../tensor/tensor-antipode.js';
import { tensorProduct } from '../tensor/tensor-product.js';
import type { Deliver } from './deliver.js';
import { loadInitials } from './load-initials.js';
import { loadPaths } from './load-paths.js';
import { incrementsOf, type SignatureJob } from './signature-job.js';
import { takeLogarithms } from './take-logarithms.js';

/**
 * Signatures of fewer paths than threads: each path is cut into one piece a thread, and Chen's
 * identity puts the pieces' signatures together.
 */
export function computeLongPaths(
  job: SignatureJob,
  engine: Engine,
  pieces: number,
  logarithm: boolean,
  deliver: Deliver,
): void {
  const { path, shape, depth, words, start, inverse } = job;
  const { batch, channels } = shape;
  const increments = incrementsOf(job);
  const format = numberFormat(engine, path.data);
  const kernel = format.bytes === 4 ? signatureReals : signatureDoubles;
  const starts = levelStarts(channels, depth);
  const whole = new Float64Array(words + 1);
  const piece = new Float64Array(words + 1);

  engine.reserveWorkspace(signatureWorkspaceBytes(channels, depth));
  const mark = engine.mark();
  try {
    const numbers = (increments + 1) * channels;
    const input = format.allocate(numbers);
    const output = format.allocate(pieces * words);
    const programs = Array.from({ length: pieces }, (_, index) => {
      const from = Math.floor((increments * index) / pieces);
      const to = Math.floor((increments * (index + 1)) / pieces);
      const call = kernel({
        path: input + from * channels * format.bytes,
        paths: 1,
        pathStride: 0,
        length: to - from + 1,
        stepStride: channels,
        channels,
        depth,
        out: output + index * words * format.bytes,
        outStride: words,
      });
      return [call];
    });
    for (let row = 0; row < batch; row++) {
      loadPaths(job, start !== undefined, format.view(input, numbers), row, 1);
      engine.run(programs);
      whole.fill(0);
      loadInitials(job, whole.subarray(1), row, 1);
      whole[0] = 1;
      piece[0] = 1;
      const tensors = format.view(output, pieces * words);
      for (let index = 0; index < pieces; index++) {
        piece.set(tensors.subarray(index * words, (index + 1) * words), 1);
        tensorProduct(whole, piece, whole, starts);
      }
      if (inverse) tensorAntipode(whole, piece, channels, depth, true);
      const result = inverse ? piece : whole;
      if (logarithm) takeLogarithms(result.subarray(1), channels, depth);
      deliver(result.subarray(1), row, 1);
    }
  } finally {
    engine.release(mark);
  }
}
