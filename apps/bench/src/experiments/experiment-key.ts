import { createHash } from 'node:crypto';

/** Raised whenever the engine changes so that equal recipes give other figures. */
const REVISION = 1;

/**
 * The name under which a result is kept: a hash over the recipe and the data.
 *
 * The order of the properties makes no difference, and what is undefined counts as not there.
 *
 * @example
 * experimentKey(experiment, setDigest); // '3f9c…', 16 hexadecimal digits
 */
export function experimentKey(experiment: object, setDigest: string): string {
  const text = JSON.stringify([REVISION, experiment, setDigest], (_, value: unknown) =>
    isRecord(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
