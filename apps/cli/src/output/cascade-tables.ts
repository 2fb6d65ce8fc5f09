import type { CascadeEvaluation, Policy, StageCost, Threshold } from '@sig/cascade';
import { formatMacs, formatMilliseconds, formatPercent } from './format.js';
import { renderTable } from './table.js';

/** What each stage is asked for and does, and what it would be alone. */
export function stageTable(policy: Policy, evaluation: CascadeEvaluation): string {
  const { exits, alone, stageAccuracy } = evaluation;
  const isTimed = evaluation.milliseconds !== undefined;
  const isMixed = policy.stages.some(({ mix }) => mix !== undefined);
  const head = [
    'stage',
    'answers from',
    'temperature',
    ...(isMixed ? ['mixed of'] : []),
    'share',
    'right',
    'alone right',
    'multiply-adds',
    ...(isTimed ? ['time'] : []),
  ];
  const rows = exits.map(({ name, share, accuracy }, at) => [
    name,
    thresholdWords(policy.stages[at].threshold, at === exits.length - 1),
    policy.stages[at].temperature.toFixed(3),
    ...(isMixed ? [mixWords(policy.stages[at].mix)] : []),
    formatPercent(share, 1),
    Number.isNaN(accuracy) ? '–' : formatPercent(accuracy),
    formatPercent(stageAccuracy[at]),
    formatMacs(alone[at].macs),
    ...(isTimed ? [formatMilliseconds(alone[at].milliseconds ?? Number.NaN)] : []),
  ]);
  return renderTable([head, ...rows]);
}

/** 20 % + 80 % */
function mixWords(mix: readonly number[] = [1]): string {
  return mix.map((share) => formatPercent(share, 0)).join(' + ');
}

function thresholdWords(threshold: Threshold, isLast: boolean): string {
  if (threshold === 'never') return threshold;
  return isLast && threshold === 0 ? 'always' : threshold.toFixed(4);
}

/** The cascade beside its best stage, and the dearest way through it. */
export function cascadeTable(evaluation: CascadeEvaluation): string {
  const { accuracy, coverage, exits, macs, milliseconds, worst, alone, stageAccuracy } = evaluation;
  const best = stageAccuracy.indexOf(Math.max(...stageAccuracy));
  const costs = (cost: Pick<StageCost, 'macs' | 'milliseconds'>): string[] => [
    formatMacs(cost.macs),
    timesLess(alone[best].macs, cost.macs),
    ...(milliseconds === undefined || cost.milliseconds === undefined
      ? []
      : [
          formatMilliseconds(cost.milliseconds),
          timesLess(alone[best].milliseconds ?? Number.NaN, cost.milliseconds),
        ]),
  ];
  const head = [
    'an image',
    'right',
    'multiply-adds',
    '',
    ...(milliseconds === undefined ? [] : ['time', '']),
  ];
  const rows = [
    head,
    ['cascade', formatPercent(accuracy), ...costs({ macs, milliseconds })],
    [
      `${exits[best].name} alone, the best stage`,
      formatPercent(stageAccuracy[best]),
      ...costs(alone[best]),
    ],
    ['through every stage', formatPercent(worst.accuracy), ...costs(worst)],
  ];
  const table = renderTable(rows);
  return coverage < 1 ? `${table}\n${formatPercent(coverage)} of the images are answered` : table;
}

/** 2.31 × less */
function timesLess(whole: number, part: number): string {
  const ratio = whole / part;
  return ratio === 1
    ? ''
    : `${(ratio > 1 ? ratio : 1 / ratio).toFixed(2)} × ${ratio > 1 ? 'less' : 'more'}`;
}
