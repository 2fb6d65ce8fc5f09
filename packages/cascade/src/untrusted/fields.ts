/** An object from outside, about which nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** The fields of an object from outside. */
export function fieldsOf(name: string, value: unknown): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return { ...value };
  }
  throw new TypeError(`${name} must be an object, got ${describe(value)}`);
}

/** A list from outside of at most so many items. */
export function listOf(name: string, value: unknown, least: number, most: number): unknown[] {
  if (Array.isArray(value) && value.length >= least && value.length <= most) return value;
  const found = Array.isArray(value) ? `${value.length}` : describe(value);
  throw new RangeError(`${name} must be a list of ${least} to ${most} items, got ${found}`);
}

/** A number from outside, within bounds. */
export function numberOf(name: string, value: unknown, least: number, most: number): number {
  if (typeof value === 'number' && value >= least && value <= most) return value;
  const upTo = most === Number.MAX_VALUE ? `from ${least} up` : `from ${least} to ${most}`;
  throw new RangeError(`${name} must be a number ${upTo}, got ${describe(value)}`);
}

/** A whole number from outside. */
export function integerOf(name: string, value: unknown, least: number): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return value;
  throw new RangeError(`${name} must be an integer of at least ${least}, got ${describe(value)}`);
}

/** A text from outside, not empty and of at most 200 characters. */
export function textOf(name: string, value: unknown): string {
  if (typeof value === 'string' && value.length > 0 && value.length <= 200) return value;
  throw new TypeError(`${name} must be a text of 1 to 200 characters, got ${describe(value)}`);
}

/** A value from outside, short enough for one line. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 40));
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return String(value).slice(0, 40);
}
