import { createHash } from 'node:crypto';
import type { Experiment } from './experiment.js';

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

/** Raised when a training is asked for more figures than kept results have. */
const FIGURES = 2;

/** The key of an experiment that is trained. */
export function trainingKey(experiment: Experiment, setDigest: string): string {
  return experimentKey({ ...experiment, figures: FIGURES }, setDigest);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
