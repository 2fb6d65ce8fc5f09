import type { Table } from '../table.js';

/** What is done with paths: signatures, their logarithms, and the gradient of signatures. */
export const SIGNATURE_TASKS = ['signature', 'logSignature', 'vjp'] as const;
export type SignatureTask = (typeof SIGNATURE_TASKS)[number];

/** A batch of paths. */
export interface SignatureShape {
  readonly name: string;
  readonly channels: number;
  readonly depth: number;
  /** Points of a path. */
  readonly length: number;
  /** Paths that one figure is for: those of an image, or the whole batch. */
  readonly unit: number;
  /** How many of those are in a batch. */
  readonly units: number;
  /** Microseconds a unit of pySigLib (C++, AVX2, float32), one thread of a Xeon (Sapphire Rapids). */
  readonly reference: Partial<Record<SignatureTask, number>>;
}

/** A table of how long signatures take. */
export interface SignatureTable
  extends Pick<Table, 'name' | 'title' | 'about' | 'judged' | 'seeds'> {
  readonly kind: 'signatures';
  readonly threads: readonly number[];
  /** Seconds of measuring for each figure, and in a quick run. */
  readonly seconds: number;
  readonly quickSeconds: number;
  readonly rows: readonly SignatureShape[];
}

export interface SignatureFigure {
  readonly task: SignatureTask;
  readonly threads: number;
  /** Median, for one unit of the shape. */
  readonly microseconds: number;
  readonly gigaflops: number;
}

export interface SignatureTableResult
  extends Pick<SignatureTable, 'kind' | 'name' | 'title' | 'about' | 'judged' | 'rows'> {
  readonly quick: boolean;
  /** The one part that differs from run to run: for each row. */
  readonly times: { readonly rows: readonly (readonly SignatureFigure[])[] };
}
