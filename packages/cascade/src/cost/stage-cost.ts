import type { Cost } from '@sig/heads';

/** What a stage costs: multiply-adds (and milliseconds, where they were measured) for one image. */
export interface StageCost extends Cost {
  /** Measured, for one image. */
  readonly milliseconds?: number;
}

/** What of an image's way through a cascade can be counted or measured. */
export type CostMeasure = 'macs' | 'milliseconds';

/** The cost of each stage by a measure. */
export function costsOf(
  stages: readonly { readonly name: string; readonly cost: StageCost }[],
  measure: CostMeasure,
): number[] {
  if (measure !== 'macs' && measure !== 'milliseconds') {
    throw new RangeError(`measure must be macs or milliseconds, got ${JSON.stringify(measure)}`);
  }
  return stages.map(({ name, cost }) => {
    const value = cost[measure];
    if (value !== undefined) return value;
    throw new RangeError(`stage ${name} has no ${measure}; measure it, or count in macs`);
  });
}

/** Throws unless a cost is made of numbers from 0 up. */
export function checkCost(name: string, cost: StageCost): void {
  for (const measure of ['macs', 'bytes', 'params', 'milliseconds'] as const) {
    const value = cost[measure];
    if (measure === 'milliseconds' && value === undefined) continue;
    if (typeof value === 'number' && value >= 0 && value < Number.POSITIVE_INFINITY) continue;
    throw new RangeError(`cost.${measure} of ${name} must be a number from 0 up, got ${value}`);
  }
}
