import type { CascadeEvaluation, MixingGain, Policy } from '@sig/cascade';
import { cascadeTable, stageTable } from './cascade-tables.js';
import { formatCount, formatLevel, formatPercent } from './format.js';

/** What `sig cascade fit` has chosen. */
export interface CascadeFitResult extends CascadeEvaluation {
  readonly out: string;
  readonly policy: Policy;
  /** Where the images come from, and how thresholds were chosen. */
  readonly from: string;
  readonly how: string;
  /** Points of it. */
  readonly front: number;
  readonly pValue?: number;
  /** What mixing does on images that it was not fitted on. */
  readonly mixing?: MixingGain;
  /** Files. */
  readonly plots: readonly string[];
}

export function cascadeFitReport(result: CascadeFitResult): string {
  const { out, policy, from, how, images, front, pValue, mixing, plots } = result;
  const lines = [
    `${out}: thresholds ${how}, of ${formatCount(front)} on the Pareto front of ${formatCount(images)} images`,
    `(${from})`,
  ];
  const { promise } = policy;
  if (promise !== undefined) {
    const what = promise.loss === 'against-last' ? 'lose against the last stage' : 'are wrong';
    lines.push(
      `promised: at most ${formatPercent(promise.risk)} of images ${what}, with confidence ${formatLevel(promise.confidence)}; tested on ${formatCount(promise.images)} other images (p = ${pValue?.toPrecision(2)})`,
    );
  }
  if (mixing !== undefined) {
    const isMixed = policy.stages.some(({ mix }) => mix !== undefined);
    lines.push(
      `${isMixed ? 'answers are mixed with those of earlier stages' : 'each stage answers by itself'}: −log p of the right class is ${mixing.mixed.toFixed(4)} mixed and ${mixing.own.toFixed(4)} by itself, on images it was not fitted on`,
    );
  }
  if (plots.length > 0) lines.push(`drawn: ${plots.join(', ')}`);
  return [lines.join('\n'), stageTable(policy, result), cascadeTable(result)].join('\n\n');
}
