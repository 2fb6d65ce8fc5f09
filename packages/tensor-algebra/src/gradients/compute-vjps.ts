import type { Engine } from '@sig/kernels';
import {
  signatureBackward,
  signatureBackwardDoubles,
  signatureBackwardWorkspaceBytes,
  signatureWorkspaceBytes,
  tensorLogBackward,
  tensorLogBackwardDoubles,
  tensorWorkspaceBytes,
} from '@sig/kernels/signature';
import { copyOut } from '../arrays/copy-out.js';
import type { RealArray, RealData } from '../arrays/real-array.js';
import { rowsOf } from '../arrays/rows-of.js';
import { divideRows } from '../engine/divide-rows.js';
import { jobMemory } from '../signature/job-memory.js';
import { incrementsOf, type SignatureJob, stepsOf } from '../signature/signature-job.js';
import { turnTensors } from '../signature/turn-tensors.js';

export interface VjpOptions {
  /** The cotangents are those of log-signatures in expanded coordinates. */
  logarithm: boolean;
  /** Writes the cotangents of `count` paths from `first` on, [count, steps, words] without scalar. */
  loadCotangents: (target: RealData, first: number, count: number) => void;
}

/** Computes the cotangents of a job's paths and writes them into `result`. */
export function computeVjps(
  job: SignatureJob,
  engine: Engine,
  result: RealArray,
  { logarithm, loadCotangents }: VjpOptions,
): void {
  const { shape, depth, words, inverse } = job;
  const { single, batch, length, channels } = shape;
  const work = incrementsOf(job) * words;
  engine.reserveWorkspace(
    Math.max(
      signatureWorkspaceBytes(channels, depth),
      signatureBackwardWorkspaceBytes(channels, depth),
      tensorWorkspaceBytes(channels, depth),
    ),
  );
  const mark = engine.mark();
  try {
    const most = (length + 1) * channels + stepsOf(job) * words;
    const memory = jobMemory(job, engine, most);
    const { format, capacity, pathSize, signatureSize, signatures } = memory;
    const cotangents = format.allocate(capacity * signatureSize);
    const gradients = format.allocate(capacity * pathSize);
    const backward = format.bytes === 4 ? signatureBackward : signatureBackwardDoubles;
    const logBackward = format.bytes === 4 ? tensorLogBackward : tensorLogBackwardDoubles;
    // Of a start point that was written before the path, the gradient is not asked for.
    const skipped = pathSize - length * channels;
    for (let first = 0; first < batch; first += capacity) {
      const count = Math.min(capacity, batch - first);
      const given = format.view(cotangents, count * signatureSize);
      loadCotangents(given, first, count);
      // The antipode is its own transpose, and the logarithm commutes with it.
      if (inverse && !memory.reversed) turnTensors(given, channels, depth);
      memory.load(first, count);
      if (logarithm) {
        divideRows(engine, count * stepsOf(job), words * depth * depth * 3, (from, rows) => {
          const at = from * words * format.bytes;
          return logBackward({
            x: signatures + at,
            xStride: words,
            cotangent: cotangents + at,
            cotangentStride: words,
            count: rows,
            channels,
            depth,
            out: cotangents + at,
            outStride: words,
          });
        });
      }
      divideRows(engine, count, 3 * work, (from, rows) =>
        backward({
          ...memory.paths(from, rows),
          signature: signatures + from * signatureSize * format.bytes,
          signatureStride: signatureSize,
          cotangent: cotangents + from * signatureSize * format.bytes,
          cotangentStride: signatureSize,
          gradient: gradients + from * pathSize * format.bytes,
          gradientPathStride: pathSize,
          gradientStepStride: channels,
        }),
      );
      const found = format.view(gradients, count * pathSize);
      if (skipped === 0) {
        copyOut(found, single ? result : rowsOf(result, first, count));
        continue;
      }
      for (let row = 0; row < count; row++) {
        const target = single ? result : result.pick(first + row, null, null);
        copyOut(found, target, row * pathSize + skipped);
      }
    }
  } finally {
    engine.release(mark);
  }
}
