/** Throws a RangeError unless a value that is given is an integer of at least `least`. */
export function checkInteger(name: string, value: number | undefined, least: number): void {
  if (value === undefined || (Number.isSafeInteger(value) && value >= least)) return;
  throw new RangeError(`${name} must be an integer of at least ${least}, got ${value}`);
}
