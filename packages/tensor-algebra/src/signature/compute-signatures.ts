import type { Engine } from '@sig/kernels';
import {
  signatureWorkspaceBytes,
  tensorLog,
  tensorLogDoubles,
  tensorWorkspaceBytes,
} from '@sig/kernels/signature';
import { divideRows, usefulThreads } from '../engine/divide-rows.js';
import { computeLongPaths } from './compute-long-paths.js';
import type { Deliver } from './deliver.js';
import { jobMemory } from './job-memory.js';
import { incrementsOf, type SignatureJob, stepsOf } from './signature-job.js';
import { turnTensors } from './turn-tensors.js';

export interface ComputeOptions {
  /** Deliver log-signatures, in expanded coordinates, in place of signatures. */
  logarithm?: boolean;
}

/** Computes the signatures of a job and delivers them, some paths at a time. */
export function computeSignatures(
  job: SignatureJob,
  engine: Engine,
  deliver: Deliver,
  { logarithm = false }: ComputeOptions = {},
): void {
  const { shape, depth, words, stream, inverse } = job;
  const { batch, channels } = shape;
  const threads = usefulThreads(engine, incrementsOf(job) * words);
  if (!stream && batch < threads) {
    computeLongPaths(job, engine, threads, logarithm, deliver);
    return;
  }
  const steps = stepsOf(job);
  engine.reserveWorkspace(
    Math.max(signatureWorkspaceBytes(channels, depth), tensorWorkspaceBytes(channels, depth)),
  );
  const mark = engine.mark();
  try {
    const memory = jobMemory(job, engine);
    const { format, signatures, signatureSize } = memory;
    const log = format.bytes === 4 ? tensorLog : tensorLogDoubles;
    for (let first = 0; first < batch; first += memory.capacity) {
      const count = Math.min(memory.capacity, batch - first);
      memory.load(first, count);
      if (inverse && !memory.reversed) {
        turnTensors(format.view(signatures, count * signatureSize), channels, depth);
      }
      if (logarithm) {
        divideRows(engine, count * steps, words * depth * depth, (from, rows) => {
          const x = signatures + from * words * format.bytes;
          return log({ x, xStride: words, count: rows, channels, depth, out: x, outStride: words });
        });
      }
      deliver(format.view(signatures, count * signatureSize), first, count);
    }
  } finally {
    engine.release(mark);
  }
}
