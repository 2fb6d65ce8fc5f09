/** Throws a RangeError unless every value is finite. */
export function requireFinite(name: string, values: ArrayLike<number>): void {
  for (let index = 0; index < values.length; index++) {
    if (Number.isFinite(values[index])) continue;
    throw new RangeError(`${name} must be finite numbers, got ${values[index]} at ${index}`);
  }
}
