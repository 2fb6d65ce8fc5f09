/** Throws a RangeError unless `value` is an integer from `least` to `most`. */
export function requireInteger(name: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most) {
    const range =
      most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
    throw new RangeError(`${name} must be an integer ${range}, got ${value}`);
  }
}
