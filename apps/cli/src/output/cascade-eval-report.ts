import type { Policy, PolicyEvaluation } from '@sig/cascade';
import { cascadeTable, stageTable } from './cascade-tables.js';
import { formatCount, formatLevel, formatMacs, formatPercent } from './format.js';
import { renderTable } from './table.js';

/** What was promised, and what came of it. */
export interface KeptPromise {
  readonly loss: 'error' | 'against-last';
  readonly risk: number;
  readonly confidence: number;
  /** The mean loss on the images at hand. */
  readonly found: number;
  readonly kept: boolean;
}

/** A policy on images, in tables and words. */
export function cascadeEvalReport(
  policy: Policy,
  evaluation: PolicyEvaluation,
  promise?: KeptPromise,
): string {
  const { fitted } = policy;
  const facts = [
    ['', 'when fitted', 'now'],
    ['images', formatCount(fitted.images), formatCount(evaluation.images)],
    ['accuracy', formatPercent(fitted.accuracy), formatPercent(evaluation.accuracy)],
    ['multiply-adds', formatMacs(fitted.macs), formatMacs(evaluation.macs)],
    ...policy.stages.map(({ name }, at) => [
      `share of ${name}`,
      formatPercent(fitted.exits[at] / fitted.images, 1),
      formatPercent(evaluation.exits[at].share, 1),
    ]),
    ['calibration error', '', formatPercent(evaluation.calibrationError)],
  ];
  if (promise !== undefined) facts.push(promiseRow(promise));
  return [stageTable(policy, evaluation), cascadeTable(evaluation), renderTable(facts)].join(
    '\n\n',
  );
}

function promiseRow({ loss, risk, confidence, found, kept }: KeptPromise): string[] {
  const what = loss === 'against-last' ? 'lost against the last stage' : 'wrong';
  return [
    what,
    `at most ${formatPercent(risk)} promised at ${formatLevel(confidence)}`,
    `${formatPercent(found)}, ${kept ? 'kept' : 'not kept'}`,
  ];
}
