import type { Plain } from './strategy-state.js';

/**
 * A value as JSON that is read back bit by bit: the numbers JSON has no word for (-0 and those that
 * are not finite) become strings, typed arrays become arrays, functions are left out.
 */
export function encode(value: unknown): Plain {
  if (typeof value === 'number') {
    return Number.isFinite(value) && !Object.is(value, -0) ? value : spell(value);
  }
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value !== 'object' || value === null) return null;
  if (isArrayLike(value)) return Array.from(value, encode);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined && typeof field !== 'function')
      .map(([key, field]) => [key, encode(field)]),
  );
}

function isArrayLike(value: object): value is ArrayLike<unknown> {
  return 'length' in value && typeof value.length === 'number';
}

function spell(value: number): string {
  return value === 0 ? '-0' : String(value);
}
