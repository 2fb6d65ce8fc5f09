/** Throws a RangeError unless an option is an integer in a range. */
export function checkInteger(what: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new RangeError(`${what} must be an integer from ${least} to ${most}, got ${value}`);
}
