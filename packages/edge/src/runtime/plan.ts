import type { Runtime, RuntimeCall } from '@sig/kernels/runtime';

/** Reals in the memory that a step writes and later ones read; `at` is known once it is bound. */
export interface Buffer {
  size: number;
  at: number;
}

/** One step of a prediction, over all of the memory as reals. */
export type Step = (memory: Float32Array) => void;

/** Steps that are made once the buffers have their places; it may place constants of its own. */
export type PlannedStep = (place: (values: Float32Array | Int8Array) => number) => PlacedStep;
export type PlacedStep = Step | RuntimeCall | readonly RuntimeCall[];

/**
 * What is to be done for a prediction. Planning takes no memory: a model that turns out to be damaged
 * has cost nothing.
 */
export interface Plan {
  readonly buffers: Buffer[];
  readonly steps: PlannedStep[];
  /** Of all that the plan will take. */
  size: number;
}

/** Reals that a plan may take, values, weights and calls together: 256 MiB. */
const MAX_SIZE = 2 ** 26;

/** Counts so many reals to what a plan will take, before they are there. */
export function spend(plan: Plan, size: number): void {
  plan.size += size;
  if (!(plan.size <= MAX_SIZE)) throw new RangeError('it takes more than 256 MiB');
}

/** A buffer of at least so many reals: a new one, or one that grows. */
export function reserve(plan: Plan, size: number, buffer: Buffer = { size: 0, at: 0 }): Buffer {
  spend(plan, Math.max(0, size - buffer.size));
  buffer.size = Math.max(buffer.size, size);
  if (!plan.buffers.includes(buffer)) plan.buffers.push(buffer);
  return buffer;
}

/** Gives the buffers and constants of a plan their places, and makes its steps. */
export function bind(plan: Plan, runtime: Runtime): Step[] {
  for (const buffer of plan.buffers) buffer.at = runtime.allocate(4 * buffer.size);
  const place = (values: Float32Array | Int8Array): number => {
    const at = runtime.allocate(values.byteLength);
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    runtime.bytes(at, bytes.length).set(bytes);
    return at;
  };
  return plan.steps.flatMap((planned) => {
    const step = planned(place);
    if (typeof step === 'function') return step;
    return (isCall(step) ? [step] : step).map(runtime.prepare);
  });
}

function isCall(step: RuntimeCall | readonly RuntimeCall[]): step is RuntimeCall {
  return typeof step[0] === 'string';
}
