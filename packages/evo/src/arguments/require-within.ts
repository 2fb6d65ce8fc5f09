/** Throws a RangeError unless `value` is a number from `least` to `most`. */
export function requireWithin(name: string, value: number, least: number, most: number): void {
  if (!(value >= least && value <= most)) {
    const range =
      most === Number.POSITIVE_INFINITY ? `of at least ${least}` : `from ${least} to ${most}`;
    throw new RangeError(`${name} must be a number ${range}, got ${value}`);
  }
}
