/** The values told, as float64; NaN becomes Infinity where it is the worst value. */
export function requireValues(
  values: ArrayLike<number>,
  count: number,
  nan: 'error' | 'worst',
): Float64Array {
  const given: unknown = values;
  if (typeof given !== 'object' || given === null || !('length' in given)) {
    throw new TypeError(`values must be an array of ${count} numbers, got ${String(given)}`);
  }
  if (values.length !== count) {
    throw new RangeError(`values must hold one number a candidate, ${count}, got ${values.length}`);
  }
  const told = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    const value: unknown = values[index];
    if (typeof value !== 'number') {
      throw new TypeError(`values[${index}] must be a number, got ${String(value)}`);
    }
    if (Number.isNaN(value) && nan === 'error') {
      throw new RangeError(
        `values[${index}] must be a number, got NaN; with nan: 'worst' it counts as the worst`,
      );
    }
    told[index] = Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
  }
  return told;
}
