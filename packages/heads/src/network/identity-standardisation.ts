import type { Standardisation } from './network.js';

/**
 * The standardisation that changes nothing: means of 0 and scales of 1, as many as
 * `standardisedColumns` says of a network.
 *
 * @example
 * identityStandardisation(3); // { mean: [0, 0, 0], scale: [1, 1, 1] }
 */
export function identityStandardisation(columns: number): Standardisation {
  return { mean: new Float32Array(columns), scale: new Float32Array(columns).fill(1) };
}
