import type { RealArray } from '../arrays/real-array.js';

/** Throws unless `value` is an ndarray over Float32Array or Float64Array of one of these ranks. */
export function requireArray(
  name: string,
  value: RealArray,
  ranks: readonly number[],
  layout: string,
): void {
  const given: unknown = value;
  if (typeof given !== 'object' || given === null || !('data' in given) || !('stride' in given)) {
    throw new TypeError(`${name} must be an ndarray ${layout}, got ${describe(given)}`);
  }
  const { data, shape, dimension } = value;
  if (!(data instanceof Float32Array) && !(data instanceof Float64Array)) {
    throw new TypeError(
      `${name} must hold a Float32Array or a Float64Array, got ${describe(data)}`,
    );
  }
  if (!ranks.includes(dimension)) {
    throw new TypeError(`${name} must have the shape ${layout}, got [${shape.join(', ')}]`);
  }
}

function describe(value: unknown): string {
  if (value === null || typeof value !== 'object') return String(value);
  return value.constructor?.name ?? 'an object';
}
