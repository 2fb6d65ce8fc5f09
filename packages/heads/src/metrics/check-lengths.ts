/** Throws a RangeError unless two arrays have the same length of at least 1. */
export function checkLengths(
  firstName: string,
  { length: first }: ArrayLike<unknown>,
  secondName: string,
  { length: second }: ArrayLike<unknown>,
): void {
  if (first === second && first > 0) return;
  throw new RangeError(
    first === second
      ? `${firstName} and ${secondName} must not be empty`
      : `${firstName} and ${secondName} must have the same length, got ${first} and ${second}`,
  );
}
