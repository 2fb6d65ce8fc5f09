import type { StopReason } from './strategy.js';

/** When a population has nothing left to find; a tolerance of 0 turns its rule off. */
export interface PopulationTolerances {
  /** The spread of the population below this (1e-12 sigma). */
  tolX?: number;
  /** The values of the population within this (0). */
  tolFun?: number;
}

/** The rule that a population of this spread and these values meets. */
export function collapse(
  spread: number,
  values: Float64Array,
  firstSigma: number,
  { tolX = 1e-12 * firstSigma, tolFun = 0 }: PopulationTolerances,
): StopReason | undefined {
  if (spread < tolX) return 'tolX';
  const lowest = values.reduce((a, b) => Math.min(a, b));
  const highest = values.reduce((a, b) => Math.max(a, b));
  return highest - lowest < tolFun ? 'tolFun' : undefined;
}
