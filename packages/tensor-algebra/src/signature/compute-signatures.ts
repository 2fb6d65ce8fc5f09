import type { Engine } from '@sig/kernels';
import { signatureDoubles, signatureReals, signatureWorkspaceBytes } from '@sig/kernels/signature';
import { copyIn } from '../arrays/copy-in.js';
import type { RealData } from '../arrays/real-array.js';
import { divideRows, LANES, usefulThreads } from '../engine/divide-rows.js';
import { numberFormat } from '../engine/number-format.js';
import { tensorAntipode } from '../tensor/tensor-antipode.js';
import { computeLongPaths } from './compute-long-paths.js';
import type { Deliver } from './deliver.js';
import { loadPaths } from './load-paths.js';
import { incrementsOf, type SignatureJob, stepsOf } from './signature-job.js';
import { takeLogarithms } from './take-logarithms.js';

// So much of a batch is in the engine's memory at a time: enough for all threads, little to keep.
const BYTES_AT_A_TIME = 1 << 24;

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
  const { path, shape, depth, words, start, stream, inverse, initial } = job;
  const { batch, channels } = shape;
  const threads = usefulThreads(engine, incrementsOf(job) * words);
  if (!stream && batch < threads) {
    computeLongPaths(job, engine, threads, logarithm, deliver);
    return;
  }
  const steps = stepsOf(job);
  const format = numberFormat(engine, path.data);
  const explicitStart = start !== undefined && !job.startsAtOrigin;
  const points = shape.length + (explicitStart ? 1 : 0);
  const perPath = points * channels + steps * words + (initial === undefined ? 0 : words);
  const most = Math.floor(BYTES_AT_A_TIME / (perPath * format.bytes * LANES)) * LANES;
  const chunk = Math.min(batch, Math.max(most, LANES * engine.threads));
  // A prefix run backwards is not a prefix of the path run backwards, nor is what came before it.
  const reversed = inverse && !stream && initial === undefined;
  const kernel = format.bytes === 4 ? signatureReals : signatureDoubles;

  engine.reserveWorkspace(signatureWorkspaceBytes(channels, depth));
  const mark = engine.mark();
  try {
    const input = format.allocate(chunk * points * channels);
    const output = format.allocate(chunk * steps * words);
    const before = initial === undefined ? 0 : format.allocate(chunk * words);
    for (let first = 0; first < batch; first += chunk) {
      const count = Math.min(chunk, batch - first);
      loadPaths(job, explicitStart, format.view(input, count * points * channels), first, count);
      if (initial !== undefined) {
        const target = format.view(before, count * words);
        for (let row = 0; row < count; row++) {
          const own = initial.dimension === 1 ? initial : initial.pick(first + row, null);
          copyIn(own.lo(job.initialLead), target, row * words);
        }
      }
      divideRows(engine, count, incrementsOf(job) * words, (from, rows) =>
        kernel({
          path: input + from * points * channels * format.bytes,
          paths: rows,
          pathStride: points * channels,
          length: points,
          stepStride: channels,
          channels,
          depth,
          basepoint: job.startsAtOrigin,
          reversed,
          stream,
          initial: before === 0 ? 0 : before + from * words * format.bytes,
          initialStride: words,
          out: output + from * steps * words * format.bytes,
          outStride: steps * words,
        }),
      );
      const tensors = format.view(output, count * steps * words);
      if (inverse && !reversed) turn(tensors, words, channels, depth);
      if (logarithm) takeLogarithms(tensors, channels, depth);
      deliver(tensors, first, count);
    }
  } finally {
    engine.release(mark);
  }
}

function turn(tensors: RealData, words: number, channels: number, depth: number): void {
  const straight = tensors.slice();
  for (let at = 0; at < tensors.length; at += words) {
    tensorAntipode(straight, tensors, channels, depth, false, at);
  }
}
