/** The numbers of a row where there is one for each of `count` labels; throws a RangeError where there is not. */
export function requireRows(name: string, numbers: ArrayLike<number>, count: number): number {
  const width = numbers.length / count;
  if (Number.isInteger(width) && width > 0) return width;
  throw new RangeError(
    `${name} must be [${count}, width] numbers, one row a label, got ${numbers.length}`,
  );
}
