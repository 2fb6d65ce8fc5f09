import type { StageCost } from '../cost/stage-cost.js';
import type { Stage } from './stage.js';

/**
 * What each stage adds to an image's cost in a cascade: features that an earlier stage has computed cost
 * nothing any more. Measured milliseconds are taken as they are.
 */
export function cascadeCosts(stages: readonly Stage[]): StageCost[] {
  const seen = new Set<string>();
  return stages.map(({ cost, features }) => {
    if (features === undefined || !seen.has(features.key)) {
      if (features !== undefined) seen.add(features.key);
      return cost;
    }
    return { ...cost, macs: cost.macs - features.macs };
  });
}
