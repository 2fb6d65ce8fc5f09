import type { CascadeEvaluation, Policy } from '@sig/cascade';
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
  /** Files. */
  readonly plots: readonly string[];
}

export function cascadeFitReport(result: CascadeFitResult): string {
  const { out, policy, from, how, images, front, pValue, plots } = result;
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
  if (plots.length > 0) lines.push(`drawn: ${plots.join(', ')}`);
  return [lines.join('\n'), stageTable(policy, result), cascadeTable(result)].join('\n\n');
}
