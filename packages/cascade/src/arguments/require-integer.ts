/** Throws a RangeError unless `value` is an integer of at least `least` (and at most `most`). */
export function requireInteger(name: string, value: number, least: number, most?: number): void {
  if (Number.isSafeInteger(value) && value >= least && (most === undefined || value <= most))
    return;
  const range = most === undefined ? `of at least ${least}` : `from ${least} to ${most}`;
  throw new RangeError(`${name} must be an integer ${range}, got ${value}`);
}
