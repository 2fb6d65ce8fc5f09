import type { Engine } from '@sig/kernels';
import {
  type SignatureRealsOptions,
  signatureDoubles,
  signatureReals,
} from '@sig/kernels/signature';
import { divideRows, LANES } from '../engine/divide-rows.js';
import { type NumberFormat, numberFormat } from '../engine/number-format.js';
import { loadInitials } from './load-initials.js';
import { loadPaths } from './load-paths.js';
import { incrementsOf, type SignatureJob, stepsOf } from './signature-job.js';

/** Some of a job's paths in an engine's memory, with their signatures. */
export interface JobMemory {
  readonly format: NumberFormat;
  /** How many paths there is room for. */
  readonly capacity: number;
  /** The kernels read the paths backwards: their signatures need not be turned round. */
  readonly reversed: boolean;
  /** Numbers of a path and of a path's signatures. */
  readonly pathSize: number;
  readonly signatureSize: number;
  /** The first path's signatures: [paths, steps, words]. */
  readonly signatures: number;
  /** What a kernel must know of the paths from `from` on. */
  paths(from: number, count: number): Omit<SignatureRealsOptions, 'out' | 'outStride'>;
  /** Copies paths in and computes their signatures. */
  load(first: number, count: number): void;
}

// So much of a batch is in the engine's memory at a time, for each thread: what its cache holds.
const BYTES_AT_A_TIME = 1 << 20;

/** Room in an engine's memory for as many of a job's paths as are good to have at a time. */
export function jobMemory(job: SignatureJob, engine: Engine, extraSize = 0): JobMemory {
  const { path, shape, depth, words, start, stream, inverse, initial } = job;
  const { batch, channels } = shape;
  const format = numberFormat(engine, path.data);
  const withStart = start !== undefined && !job.startsAtOrigin;
  const length = shape.length + (withStart ? 1 : 0);
  const pathSize = length * channels;
  const signatureSize = stepsOf(job) * words;
  const size = pathSize + signatureSize + (initial === undefined ? 0 : words) + extraSize;
  const groups = Math.max(1, Math.floor(BYTES_AT_A_TIME / (size * format.bytes * LANES)));
  // Shares of about the same size: a small last one would be dear.
  const shares = Math.ceil(Math.max(1, batch) / (groups * LANES * engine.threads));
  const capacity = Math.min(batch, Math.ceil(batch / shares / LANES) * LANES);
  // A prefix run backwards is not a prefix of the path run backwards, nor is what came before it.
  const reversed = inverse && !stream && initial === undefined;
  const kernel = format.bytes === 4 ? signatureReals : signatureDoubles;
  const input = format.allocate(capacity * pathSize);
  const signatures = format.allocate(capacity * signatureSize);
  const before = initial === undefined ? 0 : format.allocate(capacity * words);

  const paths = (
    from: number,
    count: number,
  ): Omit<SignatureRealsOptions, 'out' | 'outStride'> => ({
    path: input + from * pathSize * format.bytes,
    paths: count,
    pathStride: pathSize,
    length,
    stepStride: channels,
    channels,
    depth,
    basepoint: job.startsAtOrigin,
    reversed,
    stream,
    initial: before === 0 ? 0 : before + from * words * format.bytes,
    initialStride: words,
  });
  return {
    format,
    capacity,
    reversed,
    pathSize,
    signatureSize,
    signatures,
    paths,
    load(first, count) {
      loadPaths(job, withStart, format.view(input, count * pathSize), first, count);
      if (before !== 0) loadInitials(job, format.view(before, count * words), first, count);
      divideRows(engine, count, incrementsOf(job) * words, (from, rows) =>
        kernel({
          ...paths(from, rows),
          out: signatures + from * signatureSize * format.bytes,
          outStride: signatureSize,
        }),
      );
    },
  };
}
