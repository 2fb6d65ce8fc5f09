/** Throws a RangeError unless a value is a number from 0 to 1. */
export function requireShare(name: string, value: number): void {
  if (value >= 0 && value <= 1) return;
  throw new RangeError(`${name} must be a number from 0 to 1, got ${value}`);
}

/** Throws a RangeError unless a value is a number above 0 and below 1. */
export function requireOpenShare(name: string, value: number): void {
  if (value > 0 && value < 1) return;
  throw new RangeError(`${name} must be a number above 0 and below 1, got ${value}`);
}
