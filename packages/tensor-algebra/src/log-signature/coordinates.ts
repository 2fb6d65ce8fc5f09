/**
 * The coordinates of a log-signature. `expanded`: the coefficient of every word, as long as a
 * signature. `lyndon-words`: the coefficients of the Lyndon words alone, which fix the others.
 * `lyndon-brackets`: the factors of the brackets of the Lyndon basis.
 */
export type LogCoordinates = 'expanded' | 'lyndon-words' | 'lyndon-brackets';

const ALL: readonly string[] = ['expanded', 'lyndon-words', 'lyndon-brackets'];

/** Throws a RangeError for coordinates that are none of the three. */
export function requireCoordinates(coordinates: LogCoordinates): void {
  if (!ALL.includes(coordinates)) {
    throw new RangeError(
      `coordinates must be one of '${ALL.join("', '")}', got '${String(coordinates)}'`,
    );
  }
}
