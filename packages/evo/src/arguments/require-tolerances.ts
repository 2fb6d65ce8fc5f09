import type { PopulationTolerances } from '../strategy/collapse.js';
import { requireWithin } from './require-within.js';

/** Throws a RangeError for a tolerance below 0. */
export function requireTolerances({ tolX = 0, tolFun = 0 }: PopulationTolerances): void {
  requireWithin('tolX', tolX, 0, Number.POSITIVE_INFINITY);
  requireWithin('tolFun', tolFun, 0, Number.POSITIVE_INFINITY);
}
