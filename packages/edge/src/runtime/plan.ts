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
}

/** Values that one array may hold: 64 MiB. */
const MAX_SIZE = 2 ** 24;

/** A buffer of at least so many reals: a new one, or one that grows. */
export function reserve(plan: Plan, size: number, buffer?: Buffer): Buffer {
  if (!(size <= MAX_SIZE)) throw new RangeError(`it works on ${size} values at once, too many`);
  const found = buffer ?? { size, at: 0 };
  found.size = Math.max(found.size, size);
  if (!plan.buffers.includes(found)) plan.buffers.push(found);
  return found;
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
