import { ownMix } from '../calibration/own-mix.js';
import type { Policy } from './policy.js';
import type { Threshold } from './threshold.js';

/** The numbers of a policy, stage by stage. */
export interface PolicyThresholds {
  readonly thresholds: readonly Threshold[];
  readonly abstainBelow: number;
  readonly temperatures: readonly number[];
  readonly mixes?: readonly (readonly number[])[];
}

export function thresholdsOf({ stages }: Policy): PolicyThresholds {
  const last = stages[stages.length - 1].threshold;
  return {
    thresholds: stages.slice(0, -1).map(({ threshold }) => threshold),
    abstainBelow: last === 'never' ? 0 : last,
    temperatures: stages.map(({ temperature }) => temperature),
    mixes: stages.some(({ mix }) => mix !== undefined)
      ? stages.map(({ mix }, stage) => mix ?? ownMix(stage))
      : undefined,
  };
}
